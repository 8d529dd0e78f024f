today-title = Today
today-hello = Hello, { $name }
today-duties = What you do in Traject
today-duty = { $role ->
    [programmer] You build and maintain the system. You do not see personal data of clients.
    [content] You look after trainings, materials and questionnaires. You do not see personal data.
    [planner] You plan groups: training, date, place, price and trainer. You see numbers, not names.
    [security] You appoint staff and watch the processing register. You do not see what is in people's files.
    [marketing] You send participants tips and news.
    [helpdesk] You answer participants' questions.
    [trainer] You give trainings, follow your groups and read the texts handed in.
    [adviser] You lead projects, follow progress and read the texts handed in.
   *[assistant] You set up projects and groups and invite participants.
}
today-uninvited = { $count ->
    [one] participant not invited yet
   *[other] participants not invited yet
}
today-outside = { $count ->
    [one] invitation not used yet
   *[other] invitations not used yet
}
today-groupless = { $count ->
    [one] project under way or starting soon, without groups
   *[other] projects under way or starting soon, without groups
}
today-texts = { $count ->
    [one] text you can read
   *[other] texts you can read
}
today-letters = { $count ->
    [one] e-mail that did not arrive
   *[other] e-mails that did not arrive
}
today-meetings = Your next meetings
today-attention = Projects that need attention
today-calm-title = Nothing is waiting
today-calm = Projects without groups appear here, and projects where not everybody is in yet.
today-what = What is waiting
today-no-groups = no groups yet
today-line-uninvited = { $count } not invited yet
today-line-outside = { $count } not in yet
today-more = { $count ->
    [one] And 1 more project.
   *[other] And { $count } more projects.
}
today-absences = { $count ->
    [one] absence from a meeting
   *[other] absences from meetings
}
today-threads = { $count ->
    [one] conversation waits for an answer
   *[other] conversations wait for an answer
}
today-freed-title = Places given back
today-freed = { $count ->
    [one] 1 participant gave back a place this past week
   *[other] { $count } participants gave back a place this past week
}
today-terms = { $count ->
    [one] A new retention term waits for a second officer
   *[other] { $count } new retention terms wait for a second officer
}
today-terms-look = Look at it
today-requests = { $count ->
    [one] There is a request of somebody about their own data
   *[other] There are { $count } requests of people about their own data
}
today-requests-due = The first answer must be there by { $date } at the latest.
today-requests-look = Look
