list-pages = Pages
list-previous = Previous
list-next = Next
list-span = { $from } to { $until } of { $total }
list-table = Table: { $name }
