error-back = Naar het begin
# $reference (String) - the reference number of a fault
error-reference = Neem je contact met ons op? Noem dan dit nummer: { $reference }.
error-not-found-title = Deze pagina is er niet
error-not-found = Misschien is hij verplaatst, of is hij niet voor jou bedoeld. Ga terug naar het begin en zoek daar verder.
error-foreign-title = Dit verzoek kwam niet van onze eigen pagina
error-foreign = We hebben niets veranderd. Ga terug naar de pagina en probeer het daar opnieuw.
error-conflict-title = Dit is intussen veranderd
error-conflict = Jij of iemand anders heeft dit in een ander venster veranderd. Open de pagina opnieuw en kijk wat er nu staat.
error-too-large-title = Dat is te veel tegelijk
error-too-large = Wat je stuurde is groter dan we kunnen aannemen. Er is niets veranderd. Ga terug en stuur minder.
error-too-many-title = Even wachten
# $minutes (Number) - minutes to wait
error-too-many = Dit is te vaak geprobeerd. Wacht { $minutes ->
    [one] een minuut
   *[other] { $minutes } minuten
} en probeer het dan opnieuw.
error-busy-title = Het is nu te druk
error-busy = We konden dit even niet doen. Er is niets veranderd. Wacht een paar seconden en probeer het opnieuw.
error-full-title = Er is geen ruimte meer
error-full = We konden dit niet bewaren. Er is niets half bewaard. Probeer het later opnieuw; wij zijn gewaarschuwd.
error-storage-title = We kunnen hier nu niet bij
error-storage = Onze opslag werkt even niet. Er is niets half bewaard. Probeer het over een paar minuten opnieuw; wij zijn gewaarschuwd.
error-broken-title = Er ging bij ons iets mis
error-broken = Dit ligt niet aan jou. Er is niets half bewaard. Ga terug en probeer het opnieuw.
error-malformed-title = Dit begrijpen we niet
error-malformed = Wat je stuurde kunnen we niet lezen. Er is niets veranderd. Ga terug en probeer het opnieuw.
