"""The portal of the inwoner."""

from django.urls import path

from opstap.portaal import aanmelden
from opstap.portaal.views import aanvraag, contact, papieren, stand, voortgang, werk

app_name = "portaal"
urlpatterns = [
    path("", stand.waar_sta_ik, name="waar_sta_ik"),
    path("aanmelden/digid/", aanmelden.naar_digid, name="naar_digid"),
    path("aanmelden/terug/", aanmelden.terug_van_digid, name="terug_van_digid"),
    path("aanvraag/beginnen/", aanvraag.beginnen, name="beginnen"),
    path("aanvraag/verder/", aanvraag.verder, name="verder"),
    path("aanvraag/vragen/<slug:sleutel>/", aanvraag.vraag, name="vraag"),
    path("aanvraag/nakijken/", aanvraag.nakijken, name="nakijken"),
    path("aanvraag/ontvangst/", aanvraag.ontvangst, name="ontvangst"),
    path("aanvraag/stoppen/", aanvraag.stoppen, name="stoppen"),
    path("papieren/", papieren.papieren, name="papieren"),
    path("papieren/sturen/", papieren.sturen, name="sturen"),
    path("papieren/voortgang/", papieren.voortgang, name="voortgang"),
    path("papieren/oplading/", papieren.opladingen, name="opladingen"),
    path("papieren/oplading/<uuid:pk>/", papieren.oplading, name="oplading"),
    path("papieren/antwoord/<slug:vereiste>/", papieren.antwoord, name="antwoord"),
    path("papieren/<uuid:pk>/", papieren.papier, name="papier"),
    path("papieren/<uuid:pk>/klopt/", papieren.klopt, name="klopt"),
    path("papieren/<uuid:pk>/verbeteren/", papieren.verbeteren, name="verbeteren"),
    path("papieren/<uuid:pk>/zwart/", papieren.zwart, name="zwart"),
    path("papieren/<uuid:pk>/bladzijde/<int:bladzijde>/", papieren.beeld, name="beeld"),
    path("berichten/", contact.berichten, name="berichten"),
    path("bel-of-kom/", contact.bel_of_kom, name="bel_of_kom"),
    path("brieven/<uuid:pk>/", stand.brief, name="brief"),
    path("brieven/<uuid:pk>/pdf/", stand.brief_pdf, name="brief_pdf"),
    path("berekening/", stand.berekening, name="berekening"),
    path("wie-keek/", stand.wie_keek, name="wie_keek"),
    path("mijn-gegevens/", stand.mijn_gegevens, name="mijn_gegevens"),
    path("gesprek/", werk.gesprek, name="gesprek"),
    path("gesprek/hoe-ging-het/", voortgang.hoe_ging_het, name="hoe_ging_het"),
    path("plan/terugkijken/", voortgang.terugkijken, name="terugkijken"),
    path("plan/hoe-gaat-het/", voortgang.terugblik, name="terugblik"),
    path("plan/", werk.plan, name="plan"),
    path("plan/stap/", werk.stap_toevoegen, name="stap_toevoegen"),
    path("plan/stap/<uuid:stap>/klaar/", werk.stap_klaar, name="stap_klaar"),
    path("onderzoek/<slug:studie>/", werk.onderzoek, name="onderzoek"),
    path("meer/", stand.meer, name="meer"),
]
