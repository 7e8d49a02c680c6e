"""What people did in the past weeks, by vacancy: told once, in order, for the history to play."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Yes:
    """Somebody shows interest: the `nth` candidate of a vacancy, so many days ago, and what then.

    `then` is one of: waits, seen, declined, withdrawn, offered, accepted, started; `answer` is what
    the school says. `judged` is what it recorded, `week_hours` × `weeks` what it offers.
    """

    vacancy: str
    nth: int
    days: int
    message: str
    then: str = "waits"
    answer: str = ""
    judged: tuple[str, ...] = ()
    week_hours: int = 0
    weeks: int = 0


YESSES: Final = (
    Yes("gastkok-zwolle", 0, 30, "In onze zaak is de helft van de kaart zonder vlees. Op donderdag heb ik tot vijf uur tijd. Mag ik een keer komen kijken?", "started", "Wat fijn dat je het doet. Karin belt je deze week over de eerste les.", ("specific_knowledge_judged", "named_teacher"), 4, 10),
    Yes("gastkok-zwolle", 1, 29, "Ik kook nu vooral klassiek, maar wil dit graag samen met studenten uitzoeken.", "declined", "We kozen voor iemand met meer ervaring in de plantaardige keuken. Je plan om het samen uit te zoeken vonden we mooi; er komt later een reeks waar dat beter past."),
    Yes("verpleegkunde-zwolle", 1, 11, "Op mijn afdeling begeleid ik al jaren stagiairs. Een vaste ochtend per week past goed tussen mijn diensten.", "seen"),
    Yes("verpleegkunde-zwolle", 2, 9, "Ik wil graag weten of het ook om de week kan.", "declined", "Om de week lukt ons niet, omdat de groepen elke week terugkomen. Bij een nieuw rooster mag je het gerust weer proberen."),
    Yes("verpleegkunde-zwolle", 0, 2, "Ik merk dat ik uitleggen het leukste deel van mijn werk vind. Ik kom graag een uur meekijken."),
    Yes("verspanen-zwolle", 0, 6, "Mijn baas vindt het goed als ik op woensdag bij jullie ben. We hebben dezelfde machines staan.", "accepted", "Je proefles was precies wat we zoeken. We beginnen rustig, met één groep.", (), 4, 12),
    Yes("verspanen-zwolle", 1, 5, "Is een hele dag nodig, of kan ik met de ochtend beginnen?", "withdrawn"),
    Yes("lassen-zwolle", 1, 3, "Ik leer nu een neef het vak en dat smaakt naar meer. Twee dagdelen is voor mij precies goed."),
    Yes("lassen-zwolle", 2, 1, "Ik heb wel eens een cursus gegeven bij ons op het bedrijf. Mag ik een keer meelopen met Wim?"),
    Yes("elektra-avond-zwolle", 0, 12, "In de avond heb ik tijd en ik leg graag dingen uit. Ik ben zelf ook pas later dit vak gaan leren.", "offered", "Na het meelopen weten we het zeker. Wil je met ons beginnen? Vraag gerust eerst bij je baas na.", (), 3, 12),
    Yes("hovenier-zwolle", 0, 7, "In de stille maanden heb ik ruimte. In het voorjaar wordt het lastiger, is dat een probleem?", "seen"),
    Yes("dementie-groningen", 0, 4, "Ik heb veel casussen uit mijn werk die ik zou willen delen. Woensdagmiddag past goed."),
    Yes("dementie-groningen", 1, 8, "Lijkt me mooi werk. Kan ik eerst een middag meekijken?", "seen", judged=("specific_knowledge_judged", "level_judged")),
    Yes("hacken-groningen", 0, 5, "Ik doe overdag pentesten en wil graag laten zien dat het meeste werk het rapport is.", "waits"),
    Yes("netwerk-utrecht", 0, 2, "Niet alle dagdelen, maar wel een paar. Als iemand anders de rest doet, begin ik graag.", "waits"),
    Yes("heftruck-rotterdam", 0, 6, "Kan ik ook eerst één dagdeel doen en later meer?", "seen"),
    Yes("keuken-tilburg", 0, 8, "Ik kan één van de twee avonden. Meekoken lijkt me een goed gesprek.", "seen"),
    Yes("bhv-almere", 0, 10, "Op mijn werk geef ik al trainingen aan collega's.", "declined", "Je profiel past goed, maar alle groepen van dit halfjaar zijn nu bezet. We bellen je als er een nieuwe reeks komt."),
    Yes("podcast-amsterdam", 0, 3, "Ik stuur jullie graag een aflevering waarin ik bijna niets zeg."),
)  # fmt: skip

DECLINED_ANNA: Final = "Dank voor je interesse. Voor de dagdelen die jij kunt, hadden we al iemand gevonden. Bij de volgende groep nemen we graag weer contact met je op."
ANNA_TO_AVENTUS: Final = "Ik las twaalf jaar en werk vaak met lassers die hun certificaat nog moeten halen. Donderdagavond past mij goed."
ANNA_TO_TECHWISE: Final = "Dinsdagmiddag en donderdagavond kan ik. Is dat samen met anderen genoeg?"

ANNA_COMES_ALONG: Final = (
    "Je kijkt mee in de les van groep 2. Neem dichte schoenen mee; een lashelm ligt klaar."
)
ALONG_WITH_WIM: Final = "Leuk dat je met Wim wilt meelopen. Kies wat je past; er zijn twaalf studenten en je hoeft niets voor te bereiden."

ANNA_TO_LANDSTEDE: Final = (
    "Op dinsdagmiddag ben ik vrij. Ik begeleid bij ons al jaren de leerlingen op de werkvloer."
)
LANDSTEDE_OFFERS: Final = "Fijn dat je even kwam kennismaken. Je begint met één groep van acht studenten. Marga loopt de eerste drie weken met je mee."
AVENTUS_OFFERS: Final = (
    "We weten genoeg: je bent van harte welkom. Kom gerust eerst nog meekijken en beslis daarna."
)
ANNA_TO_DELTION: Final = "Jullie vroegen mij. Donderdagavond past goed. Voor een groep stond ik nog nooit, maar uitleggen doe ik elke dag."
BRAM_ASKS: Final = "Wat leuk dat je ja zei! Twaalf tweedejaars, en Wim blijft er altijd bij. Waar zou je de eerste keer iets over willen laten zien?"
ANNA_ANSWERS: Final = "Over vervorming, denk ik. Ik neem een plaat mee die helemaal krom getrokken is. Dan snapt iedereen waarom de volgorde ertoe doet."
A_LESSON_WITH_WIM: Final = "Een halfuur over jouw kromme plaat, daarna lassen de studenten zelf. Wim geeft de les met jou samen. Je hoeft niets op papier te zetten."

RAN_OUT: Final = (
    "De laatste dag van dit bewijs is voorbij. Heb je een nieuw? Laat het ons dan zien."
)
RETURNED: Final = "Mooi verhaal. Er staan twee dingen door elkaar: in de tekst zijn het acht lessen, bij de periode tien weken. Kun je dat gelijk maken? Dan kan de vacature meteen open."
TAKEN_DOWN: Final = "Deze vacature stond er al, als Gastdocent lassen, met dezelfde groep en dezelfde contactpersoon. Twee keer hetzelfde werk brengt vakmensen in de war."
REPORTED: Final = "Bij de dagdelen staat zaterdag, maar als je belt zeggen ze dat het alleen doordeweeks is. Klopt dit nog?"
CHANGED_SUMMARY: Final = "Twee avonden per week leer je volwassenen een woning aansluiten: groepenkast, schakelmateriaal, meten. Nieuw: één avond mag ook."
