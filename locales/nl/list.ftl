list-pages = Bladzijden
list-previous = Vorige
list-next = Volgende
# $from (Number) - the first line shown
# $until (Number) - the last line shown
# $total (Number) - all lines
list-span = { $from } tot en met { $until } van { $total }
# $name (String) - what is in the table
list-table = Tabel: { $name }
