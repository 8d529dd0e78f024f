//! Every table, once for both databases. A test holds it equal to what the migrations make.

diesel::table! {
    organisations (id) {
        id -> BigInt,
        name -> Text,
        name_folded -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        first_name -> Nullable<Text>,
        initials -> Nullable<Text>,
        infix -> Nullable<Text>,
        last_name -> Text,
        name_folded -> Text,
        email -> Text,
        email_folded -> Text,
        phone -> Nullable<Text>,
        language -> Nullable<Text>,
        created_at -> Timestamp,
        erased_at -> Nullable<Timestamp>,
        street -> Nullable<Text>,
        postcode -> Nullable<Text>,
        city -> Nullable<Text>,
    }
}

diesel::table! {
    muted_news (id) {
        id -> BigInt,
        person_id -> BigInt,
        news -> Text,
    }
}

diesel::table! {
    former_likenesses (id) {
        id -> BigInt,
        person_id -> BigInt,
        likeness_hash -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    employments (id) {
        id -> BigInt,
        person_id -> BigInt,
        organisation_id -> BigInt,
        job_title -> Nullable<Text>,
        department -> Nullable<Text>,
        personnel_number -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    staff_roles (id) {
        id -> BigInt,
        person_id -> BigInt,
        role -> Text,
        agreed_on -> Nullable<Date>,
        starts_on -> Date,
        ends_on -> Nullable<Date>,
    }
}

diesel::table! {
    accounts (id) {
        id -> BigInt,
        person_id -> BigInt,
        sign_in_name -> Text,
        sign_in_folded -> Text,
        password_hash -> Nullable<Text>,
        must_change -> Bool,
        accepted_version -> Nullable<Text>,
        blocked_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        last_seen_at -> Nullable<Timestamp>,
        second_factor_at -> Nullable<Timestamp>,
        totp_secret -> Nullable<Binary>,
        totp_step -> Nullable<BigInt>,
    }
}

diesel::table! {
    recovery_codes (id) {
        id -> BigInt,
        account_id -> BigInt,
        code_hash -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    factor_checks (id) {
        id -> BigInt,
        account_id -> BigInt,
        code_hash -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    passkeys (id) {
        id -> BigInt,
        account_id -> BigInt,
        called -> Text,
        credential_id -> Text,
        credential -> Text,
        created_at -> Timestamp,
        last_used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    passkey_ceremonies (id) {
        id -> BigInt,
        account_id -> Nullable<BigInt>,
        key_hash -> Text,
        state -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    acceptances (id) {
        id -> BigInt,
        account_id -> BigInt,
        version -> Text,
        accepted_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        key_hash -> Text,
        account_id -> BigInt,
        state -> Text,
        address -> Nullable<Text>,
        browser -> Nullable<Text>,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        half -> Bool,
    }
}

diesel::table! {
    sign_ins (id) {
        id -> BigInt,
        account_id -> BigInt,
        at -> Timestamp,
        address -> Nullable<Text>,
        browser -> Nullable<Text>,
    }
}

diesel::table! {
    sittings (id) {
        id -> BigInt,
        participant_id -> BigInt,
        action_id -> BigInt,
        number -> Integer,
        began_at -> Timestamp,
        worked_until -> Timestamp,
    }
}

diesel::table! {
    links (id) {
        id -> BigInt,
        account_id -> BigInt,
        kind -> Text,
        token_hash -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    attempts (id) {
        id -> BigInt,
        name_hash -> Text,
        failures -> Integer,
        since -> Timestamp,
    }
}

diesel::table! {
    held_forms (id) {
        id -> BigInt,
        account_id -> BigInt,
        path -> Text,
        body -> Binary,
        held_at -> Timestamp,
        target -> Text,
    }
}

diesel::table! {
    trainings (id) {
        id -> BigInt,
        name -> Text,
        description -> Text,
        created_at -> Timestamp,
        study_hours -> Nullable<Integer>,
        accreditation_points -> Nullable<Text>,
        accreditor -> Nullable<Text>,
    }
}

diesel::table! {
    training_actions (id) {
        id -> BigInt,
        training_id -> BigInt,
        position -> Integer,
        kind -> Text,
        title -> Text,
        description -> Text,
        preparation -> Bool,
        minutes -> Nullable<Integer>,
        due_days -> Integer,
    }
}

diesel::table! {
    training_questions (id) {
        id -> BigInt,
        training_id -> BigInt,
        position -> Integer,
        kind -> Text,
        prompt -> Text,
        hint -> Nullable<Text>,
        options -> Text,
        required -> Bool,
        learning_wish -> Bool,
    }
}

diesel::table! {
    projects (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        training_id -> BigInt,
        name -> Text,
        name_folded -> Text,
        starts_on -> Date,
        ends_on -> Date,
        adviser_id -> Nullable<BigInt>,
        upload_anchor -> Text,
        created_at -> Timestamp,
        choosing -> Bool,
        change_days -> Integer,
        offer_hours -> Integer,
        evaluation -> Text,
        certificate -> Bool,
        certificate_attendance -> Integer,
        certificate_actions -> Bool,
        certificate_evaluation -> Bool,
        certificate_tests -> Bool,
    }
}

diesel::table! {
    project_leaders (id) {
        id -> BigInt,
        project_id -> BigInt,
        person_id -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    groups (id) {
        id -> BigInt,
        project_id -> BigInt,
        name -> Text,
        trainer_id -> Nullable<BigInt>,
        capacity -> Integer,
    }
}

diesel::table! {
    meetings (id) {
        id -> BigInt,
        group_id -> BigInt,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        location -> Text,
        uid -> Text,
        sequence -> Integer,
        cancelled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    participants (id) {
        id -> BigInt,
        project_id -> BigInt,
        person_id -> BigInt,
        created_at -> Timestamp,
        invited_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    enrolments (id) {
        id -> BigInt,
        participant_id -> BigInt,
        group_id -> BigInt,
        created_at -> Timestamp,
        override_reason -> Nullable<Text>,
    }
}

diesel::table! {
    waiting_places (id) {
        id -> BigInt,
        participant_id -> BigInt,
        group_id -> BigInt,
        created_at -> Timestamp,
        offered_at -> Nullable<Timestamp>,
        offer_until -> Nullable<Timestamp>,
        token_hash -> Nullable<Text>,
    }
}

diesel::table! {
    freed_seats (id) {
        id -> BigInt,
        group_id -> BigInt,
        freed_at -> Timestamp,
    }
}

diesel::table! {
    absences (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        participant_id -> BigInt,
        reason -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    calendar_feeds (id) {
        id -> BigInt,
        account_id -> BigInt,
        token_hash -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    actions (id) {
        id -> BigInt,
        project_id -> BigInt,
        position -> Integer,
        kind -> Text,
        title -> Text,
        description -> Text,
        preparation -> Bool,
        minutes -> Nullable<Integer>,
        due_on -> Date,
    }
}

diesel::table! {
    completions (id) {
        id -> BigInt,
        participant_id -> BigInt,
        action_id -> BigInt,
        done_at -> Timestamp,
    }
}

diesel::table! {
    questions (id) {
        id -> BigInt,
        project_id -> BigInt,
        position -> Integer,
        kind -> Text,
        prompt -> Text,
        hint -> Nullable<Text>,
        options -> Text,
        required -> Bool,
        learning_wish -> Bool,
    }
}

diesel::table! {
    intakes (id) {
        id -> BigInt,
        participant_id -> BigInt,
        state -> Text,
        version -> Integer,
        saved_at -> Timestamp,
        submitted_at -> Nullable<Timestamp>,
        destroy_at -> Timestamp,
        policy -> Integer,
    }
}

diesel::table! {
    answers (id) {
        id -> BigInt,
        intake_id -> BigInt,
        question_id -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    uploads (id) {
        id -> BigInt,
        participant_id -> BigInt,
        action_id -> BigInt,
        state -> Text,
        file_name -> Text,
        kind -> Text,
        size -> BigInt,
        blob -> Text,
        uploaded_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        portal_until -> Timestamp,
        destroy_at -> Timestamp,
        policy -> Integer,
    }
}

diesel::table! {
    materials (id) {
        id -> BigInt,
        training_id -> Nullable<BigInt>,
        project_id -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        participant_id -> Nullable<BigInt>,
        position -> Integer,
        title -> Text,
        summary -> Nullable<Text>,
        body -> Nullable<Text>,
        file_name -> Nullable<Text>,
        kind -> Nullable<Text>,
        size -> Nullable<BigInt>,
        blob -> Nullable<Text>,
        step -> Nullable<Integer>,
        released_at -> Nullable<Timestamp>,
        release_days -> Nullable<Integer>,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        portal_until -> Nullable<Timestamp>,
        destroy_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    material_openings (id) {
        id -> BigInt,
        material_id -> BigInt,
        participant_id -> BigInt,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    films (material_id) {
        material_id -> BigInt,
        seconds -> Nullable<Integer>,
        share -> Integer,
    }
}

diesel::table! {
    film_captions (id) {
        id -> BigInt,
        material_id -> BigInt,
        language -> Text,
        body -> Text,
    }
}

diesel::table! {
    film_watchings (id) {
        id -> BigInt,
        material_id -> BigInt,
        participant_id -> BigInt,
        left_off -> Integer,
        stretches -> Text,
        watched -> Integer,
        spare -> Integer,
        own_word -> Bool,
        started_at -> Timestamp,
        reported_at -> Timestamp,
        counted_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    article_categories (id) {
        id -> BigInt,
        position -> Integer,
        name_nl -> Text,
        name_en -> Text,
    }
}

diesel::table! {
    articles (id) {
        id -> BigInt,
        category_id -> BigInt,
        published_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    article_texts (id) {
        id -> BigInt,
        article_id -> BigInt,
        language -> Text,
        title -> Text,
        title_folded -> Text,
        title_words -> Text,
        body_words -> Text,
        body -> Text,
    }
}

diesel::table! {
    rosters (id) {
        id -> BigInt,
        project_id -> BigInt,
        account_id -> BigInt,
        file_name -> Text,
        sheet -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    letters (id) {
        id -> BigInt,
        kind -> Text,
        person_id -> Nullable<BigInt>,
        address -> Text,
        language -> Text,
        payload -> Text,
        subject -> Nullable<Text>,
        body -> Nullable<Text>,
        dedupe_key -> Text,
        created_at -> Timestamp,
        due_at -> Timestamp,
        leased_until -> Nullable<Timestamp>,
        attempts -> Integer,
        sent_at -> Nullable<Timestamp>,
        failed_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    threads (id) {
        id -> BigInt,
        participant_id -> BigInt,
        addressee -> Text,
        created_at -> Timestamp,
        last_at -> Nullable<Timestamp>,
        asked_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    messages (id) {
        id -> BigInt,
        thread_id -> BigInt,
        side -> Text,
        author_id -> Nullable<BigInt>,
        body -> Text,
        sent_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
        destroy_at -> Timestamp,
        policy -> Integer,
    }
}

diesel::table! {
    message_drafts (id) {
        id -> BigInt,
        thread_id -> BigInt,
        person_id -> BigInt,
        version -> Integer,
        body -> Text,
        saved_at -> Timestamp,
        destroy_at -> Timestamp,
        policy -> Integer,
    }
}

diesel::table! {
    tasks (name) {
        name -> Text,
        due_at -> Timestamp,
        leased_until -> Nullable<Timestamp>,
        last_ok_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    term_changes (id) {
        id -> BigInt,
        kind -> Text,
        portal -> Nullable<Integer>,
        destroy -> Integer,
        state -> Text,
        proposed_by -> Nullable<BigInt>,
        proposed_at -> Timestamp,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<Timestamp>,
        version -> Nullable<Integer>,
        applied_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    holds (id) {
        id -> BigInt,
        person_id -> Nullable<BigInt>,
        project_id -> Nullable<BigInt>,
        upload_id -> Nullable<BigInt>,
        reason -> Text,
        note -> Text,
        placed_by -> Nullable<BigInt>,
        placed_at -> Timestamp,
        until_at -> Timestamp,
    }
}

diesel::table! {
    farewells (id) {
        id -> BigInt,
        person_id -> BigInt,
        warned_at -> Timestamp,
        letter_key -> Text,
    }
}

diesel::table! {
    clock_marks (id) {
        id -> BigInt,
        trusted_at -> Timestamp,
        stopped_at -> Nullable<Timestamp>,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    requests (id) {
        id -> BigInt,
        person_number -> BigInt,
        kind -> Text,
        received_at -> Timestamp,
        due_on -> Date,
        withdrawn_at -> Nullable<Timestamp>,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    request_words (id) {
        id -> BigInt,
        request_id -> BigInt,
        asked -> Text,
    }
}

diesel::table! {
    email_changes (id) {
        id -> BigInt,
        account_id -> BigInt,
        new_email -> Text,
        new_hash -> Nullable<Text>,
        old_hash -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        new_confirmed_at -> Nullable<Timestamp>,
        old_confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    register_lines (id) {
        id -> BigInt,
        at -> Timestamp,
        actor_role -> Text,
        actor_account -> Nullable<BigInt>,
        act -> Text,
        subject -> Text,
        subject_row -> BigInt,
        person_number -> Nullable<BigInt>,
        mac -> Binary,
    }
}

diesel::table! {
    register_head (id) {
        id -> BigInt,
        lines -> BigInt,
        mac -> Binary,
        adopted -> Bool,
        seal -> Binary,
    }
}

diesel::table! {
    register_months (id) {
        id -> BigInt,
        month -> Text,
        first_line -> BigInt,
        last_line -> BigInt,
        mac -> Binary,
        newest_at -> Timestamp,
        closed_at -> Timestamp,
        seal -> Binary,
        destroyed_at -> Nullable<Timestamp>,
        destroyed_seal -> Nullable<Binary>,
    }
}

diesel::table! {
    register_faults (id) {
        id -> BigInt,
        kind -> Text,
        first_line -> BigInt,
        last_line -> BigInt,
        found_at -> Timestamp,
    }
}

diesel::table! {
    marks (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::joinable!(muted_news -> people (person_id));
diesel::joinable!(former_likenesses -> people (person_id));
diesel::table! {
    attendances (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        participant_id -> BigInt,
        mark -> Text,
        marked_at -> Timestamp,
    }
}

diesel::table! {
    training_evaluation_questions (id) {
        id -> BigInt,
        training_id -> BigInt,
        position -> Integer,
        kind -> Text,
        prompt -> Text,
        hint -> Nullable<Text>,
        options -> Text,
        required -> Bool,
    }
}

diesel::table! {
    evaluation_questions (id) {
        id -> BigInt,
        project_id -> BigInt,
        position -> Integer,
        kind -> Text,
        prompt -> Text,
        hint -> Nullable<Text>,
        options -> Text,
        required -> Bool,
    }
}

diesel::table! {
    evaluations (id) {
        id -> BigInt,
        participant_id -> BigInt,
        state -> Text,
        version -> Integer,
        draft -> Nullable<Binary>,
        saved_at -> Nullable<Timestamp>,
        destroy_at -> Timestamp,
    }
}

diesel::table! {
    evaluation_answers (id) {
        id -> BigInt,
        evaluation_id -> BigInt,
        question_id -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    anonymous_answers (id) {
        id -> BigInt,
        question_id -> BigInt,
        words -> Text,
        shown -> Bool,
    }
}

diesel::table! {
    evaluation_tallies (project_id) {
        project_id -> BigInt,
        shown -> Integer,
        waiting -> Integer,
    }
}

diesel::table! {
    certificates (id) {
        id -> BigInt,
        participant_id -> Nullable<BigInt>,
        issue -> Integer,
        bucket -> Text,
        salt -> Text,
        seal -> Text,
        replaced_for -> Nullable<Text>,
        replaced_on -> Nullable<Date>,
    }
}

diesel::table! {
    certificate_facts (id) {
        id -> BigInt,
        certificate_id -> BigInt,
        participant_id -> BigInt,
        number -> Text,
        holder -> Text,
        initial -> Text,
        provider -> Text,
        training -> Text,
        organisation -> Text,
        starts_on -> Date,
        ends_on -> Date,
        meetings -> Integer,
        attended -> Integer,
        study_hours -> Nullable<Integer>,
        accreditation_points -> Nullable<Text>,
        accreditor -> Nullable<Text>,
        issued_on -> Date,
        language -> Text,
        reason -> Nullable<Text>,
        destroy_at -> Timestamp,
    }
}

diesel::table! {
    tests (id) {
        id -> BigInt,
        training_action_id -> Nullable<BigInt>,
        action_id -> Nullable<BigInt>,
        attempts -> Integer,
        pass_mark -> Nullable<Integer>,
        result -> Text,
        released_at -> Nullable<Timestamp>,
        open -> Bool,
        revision -> Integer,
    }
}

diesel::table! {
    test_questions (id) {
        id -> BigInt,
        test_id -> BigInt,
        position -> Integer,
        kind -> Text,
        prompt -> Text,
        items -> Text,
        points -> Integer,
        feedback -> Nullable<Text>,
    }
}

diesel::table! {
    test_attempts (id) {
        id -> BigInt,
        test_id -> BigInt,
        participant_id -> BigInt,
        number -> Integer,
        state -> Text,
        version -> Integer,
        saved_at -> Timestamp,
        points -> Nullable<Integer>,
        most -> Nullable<Integer>,
        passed -> Nullable<Bool>,
        destroy_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    agreement_texts (id) {
        id -> BigInt,
        training_id -> BigInt,
        version -> Integer,
        dutch -> Text,
        english -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    test_answers (id) {
        id -> BigInt,
        attempt_id -> BigInt,
        question_id -> BigInt,
        words -> Text,
        points -> Nullable<Integer>,
        comment -> Nullable<Text>,
    }
}

diesel::table! {
    agreements (id) {
        id -> BigInt,
        participant_id -> BigInt,
        text_id -> BigInt,
        language -> Text,
        agreed_at -> Timestamp,
    }
}

diesel::table! {
    portfolios (id) {
        id -> BigInt,
        person_id -> BigInt,
        interests -> Text,
        version -> Integer,
    }
}

diesel::table! {
    portfolio_items (id) {
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        title -> Text,
        organisation -> Nullable<Text>,
        starts -> Text,
        ends -> Nullable<Text>,
        description -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::table! {
    portfolio_shares (id) {
        id -> BigInt,
        person_id -> BigInt,
        part -> Text,
        shown_at -> Timestamp,
    }
}

diesel::joinable!(employments -> people (person_id));
diesel::joinable!(employments -> organisations (organisation_id));
diesel::joinable!(staff_roles -> people (person_id));
diesel::joinable!(accounts -> people (person_id));
diesel::joinable!(acceptances -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(sign_ins -> accounts (account_id));
diesel::joinable!(sittings -> participants (participant_id));
diesel::joinable!(links -> accounts (account_id));
diesel::joinable!(held_forms -> accounts (account_id));
diesel::joinable!(passkeys -> accounts (account_id));
diesel::joinable!(training_actions -> trainings (training_id));
diesel::joinable!(training_questions -> trainings (training_id));
diesel::joinable!(projects -> organisations (organisation_id));
diesel::joinable!(projects -> trainings (training_id));
diesel::joinable!(projects -> people (adviser_id));
diesel::joinable!(project_leaders -> projects (project_id));
diesel::joinable!(project_leaders -> people (person_id));
diesel::joinable!(groups -> projects (project_id));
diesel::joinable!(groups -> people (trainer_id));
diesel::joinable!(meetings -> groups (group_id));
diesel::joinable!(participants -> projects (project_id));
diesel::joinable!(participants -> people (person_id));
diesel::joinable!(enrolments -> participants (participant_id));
diesel::joinable!(enrolments -> groups (group_id));
diesel::joinable!(waiting_places -> participants (participant_id));
diesel::joinable!(waiting_places -> groups (group_id));
diesel::joinable!(freed_seats -> groups (group_id));
diesel::joinable!(absences -> meetings (meeting_id));
diesel::joinable!(absences -> participants (participant_id));
diesel::joinable!(calendar_feeds -> accounts (account_id));
diesel::joinable!(actions -> projects (project_id));
diesel::joinable!(completions -> participants (participant_id));
diesel::joinable!(completions -> actions (action_id));
diesel::joinable!(questions -> projects (project_id));
diesel::joinable!(intakes -> participants (participant_id));
diesel::joinable!(answers -> intakes (intake_id));
diesel::joinable!(answers -> questions (question_id));
diesel::joinable!(uploads -> participants (participant_id));
diesel::joinable!(uploads -> actions (action_id));
diesel::joinable!(material_openings -> participants (participant_id));
diesel::joinable!(films -> materials (material_id));
diesel::joinable!(film_captions -> films (material_id));
diesel::joinable!(film_watchings -> films (material_id));
diesel::joinable!(film_watchings -> participants (participant_id));
diesel::joinable!(articles -> article_categories (category_id));
diesel::joinable!(article_texts -> articles (article_id));
diesel::joinable!(rosters -> projects (project_id));
diesel::joinable!(rosters -> accounts (account_id));
diesel::joinable!(letters -> people (person_id));
diesel::joinable!(threads -> participants (participant_id));
diesel::joinable!(messages -> threads (thread_id));
diesel::joinable!(messages -> people (author_id));
diesel::joinable!(message_drafts -> threads (thread_id));
diesel::joinable!(message_drafts -> people (person_id));
diesel::joinable!(holds -> people (person_id));
diesel::joinable!(holds -> projects (project_id));
diesel::joinable!(holds -> uploads (upload_id));
diesel::joinable!(farewells -> people (person_id));
diesel::joinable!(request_words -> requests (request_id));
diesel::joinable!(email_changes -> accounts (account_id));
diesel::joinable!(attendances -> meetings (meeting_id));
diesel::joinable!(attendances -> participants (participant_id));
diesel::joinable!(training_evaluation_questions -> trainings (training_id));
diesel::joinable!(evaluation_questions -> projects (project_id));
diesel::joinable!(evaluations -> participants (participant_id));
diesel::joinable!(evaluation_answers -> evaluations (evaluation_id));
diesel::joinable!(evaluation_answers -> evaluation_questions (question_id));
diesel::joinable!(anonymous_answers -> evaluation_questions (question_id));
diesel::joinable!(evaluation_tallies -> projects (project_id));
diesel::joinable!(certificates -> participants (participant_id));
diesel::joinable!(certificate_facts -> certificates (certificate_id));
diesel::joinable!(tests -> training_actions (training_action_id));
diesel::joinable!(tests -> actions (action_id));
diesel::joinable!(test_questions -> tests (test_id));
diesel::joinable!(test_attempts -> tests (test_id));
diesel::joinable!(test_attempts -> participants (participant_id));
diesel::joinable!(test_answers -> test_attempts (attempt_id));
diesel::joinable!(test_answers -> test_questions (question_id));
diesel::joinable!(agreement_texts -> trainings (training_id));
diesel::joinable!(agreements -> participants (participant_id));
diesel::joinable!(agreements -> agreement_texts (text_id));
diesel::joinable!(portfolios -> people (person_id));
diesel::joinable!(portfolio_items -> people (person_id));
diesel::joinable!(portfolio_shares -> people (person_id));

diesel::allow_tables_to_appear_in_same_query!(
    tests,
    test_questions,
    test_attempts,
    test_answers,
    organisations,
    people,
    muted_news,
    former_likenesses,
    employments,
    staff_roles,
    accounts,
    acceptances,
    sessions,
    sign_ins,
    sittings,
    links,
    attempts,
    held_forms,
    recovery_codes,
    factor_checks,
    passkeys,
    passkey_ceremonies,
    trainings,
    training_actions,
    training_questions,
    projects,
    project_leaders,
    groups,
    meetings,
    participants,
    enrolments,
    waiting_places,
    freed_seats,
    absences,
    calendar_feeds,
    actions,
    completions,
    questions,
    intakes,
    answers,
    uploads,
    materials,
    material_openings,
    films,
    film_captions,
    film_watchings,
    article_categories,
    articles,
    article_texts,
    rosters,
    letters,
    threads,
    messages,
    message_drafts,
    tasks,
    term_changes,
    holds,
    farewells,
    requests,
    request_words,
    email_changes,
    clock_marks,
    register_lines,
    marks,
    register_head,
    register_months,
    register_faults,
    attendances,
    training_evaluation_questions,
    evaluation_questions,
    evaluations,
    evaluation_answers,
    anonymous_answers,
    evaluation_tallies,
    certificates,
    certificate_facts,
    agreement_texts,
    agreements,
    portfolios,
    portfolio_items,
    portfolio_shares,
);
