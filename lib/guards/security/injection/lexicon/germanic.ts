import type { Lexicon } from "#lib/guards/security/injection/concept";

export const german: Lexicon = {
  override:
    "ignoriere|ignorier|ignorieren|ignoriert|vergiss|vergesse|vergessen sie|vergesst|missachte|missachten|beachte nicht|beachten sie nicht|befolge nicht|lass|umgehe|umgehen sie|verwirf|überschreibe|übergehe|lasse|setze dich über|setz|lösche|hör auf|streiche",
  instruction:
    "anweisungen|anweisung|instruktionen|regeln|vorgaben|befehle|richtlinien|einschränkungen|aufgaben|aufträge|anordnungen|prompt|programmierung|informationen|alles was|alles, was|beschränkungen|angaben|vorschriften|systemanweisungen",
  prior:
    "vorherigen|vorherige|vorangegangenen|vorangehenden|bisherigen|bisherige|obigen|obige|zuvor|vorher|davor|oben|früheren|ursprünglichen|deine|bisher|vorigen|genannten|erhaltenen|erhalten",
  all: "alle|alles|allen|sämtliche",
  reveal:
    "zeige|zeig|verrate|verrat|nenne|nenn|offenbare|wiederhole|gib|drucke|sag|sage|schreibe|schreib|was ist|was sind|wie lautet|wie lauten|teile|enthülle|liste|übersetze|fasse|geben sie|zeigen sie|nennen sie|wie heißt",
  prompt:
    "system-prompt|systemprompt|system prompt|systemnachricht|systemanweisungen|systemanweisung|anfänglichen anweisungen|ursprünglichen anweisungen|versteckten anweisungen|deine anweisungen|deine instruktionen|obigen text|text oben|ersten anweisungen|geheimen anweisungen|ihre anweisungen|initialen prompt|eingabeaufforderung",
  secret:
    "passwort*|kennwort|geheimcode|geheimschlüssel|geheimen schlüssel|api-schlüssel|zugangsdaten|zugangscode|geheimwort|geheime wort|geheimnis|vertrauliche*",
  persona:
    "du bist jetzt|du bist nun|ab jetzt|ab sofort|von nun an|tu so, als|tu so als|stell dir vor, du|spiele die rolle|verhalte dich|agiere als|handle als|sie sind jetzt|sie sind nun|gib dich aus als|schlüpfe in",
  unbound:
    "ohne einschränkungen|ohne beschränkungen|ohne regeln|ohne filter|ohne zensur|unzensiert|uneingeschränkt|keine einschränkungen|keine regeln|ohne grenzen|ohne rücksicht|illegal|ungefiltert|ohne ethik",
  comply:
    "niemals ablehnen|nicht ablehnen|musst antworten|ohne warnungen|ohne warnhinweise|weigere dich nicht|musst gehorchen|antworte immer",
  model: "ki-assistent|sprachmodell|künstliche intelligenz|chatbot|chatgpt|ki-modell",
  retask:
    "neue anweisungen|neue aufgabe|neuen aufgaben|neuen anweisungen|stattdessen|und sage|und sag|und antworte|und nenne|antworte jetzt|deine aufgabe ist|beginnen wir|nun konzentrieren|konzentrieren wir uns|jetzt sage|und gib|und schreibe|und zeige|statt dessen|von vorne",
  conceal:
    "ohne dem nutzer|ohne dem benutzer|sag dem nutzer nicht|erwähne nicht|heimlich|ohne zu informieren|unbemerkt",
  act: "sende|schicke|leite|sende sie|führe|lösche|überweise|lade|veröffentliche|klicke",
  data: "unterhaltung|nutzerdaten|benutzerdaten|zugangsdaten|passwort*|chatverlauf|verlauf|persönliche daten|e-mails|konversation",
  privilege:
    "entwicklermodus|administratormodus|adminmodus|admin-modus|gott-modus|debug-modus|debugmodus|systemmodus|system-modus|ich bin dein schöpfer|ich bin dein entwickler|ich bin der administrator|administratorzugriff|override-modus|wartungsmodus|überschreibungsmodus|als dein schöpfer|als ihr schöpfer",
  about:
    "prompt-injection*|promptinjection|angriff*|angreifer*|erkennen|verhindern|schützen|zum beispiel|schwachstelle*",
  asking: "wie kann ich|wie funktioniert|was bedeutet|erkläre|erklär|warum|unterschied zwischen|was versteht man",
};

export const dutch: Lexicon = {
  override: "negeer|negeren|vergeet|vergeten|volg niet|sla over|omzeil|verwerp|overschrijf|stop met het volgen",
  instruction: "instructies|instructie|regels|richtlijnen|opdrachten|beperkingen|aanwijzingen|prompt|alles wat|bevelen",
  prior: "vorige|voorgaande|eerdere|bovenstaande|hierboven|je|oorspronkelijke|tot nu toe",
  all: "alle|alles",
  reveal: "toon|laat zien|onthul|geef|herhaal|vertel me|vertel|zeg|druk af|wat is|wat zijn|schrijf|deel",
  prompt:
    "systeemprompt|systeembericht|systeeminstructies|oorspronkelijke instructies|verborgen instructies|je instructies|system prompt|tekst hierboven|jouw instructies",
  secret: "wachtwoord*|geheime code|geheime sleutel|api-sleutel|inloggegevens|toegangscode|geheime woord",
  persona: "je bent nu|vanaf nu|doe alsof|gedraag je|stel je voor dat je|speel de rol",
  unbound:
    "zonder beperkingen|zonder regels|zonder filter|zonder censuur|ongefilterd|geen beperkingen|onbeperkt|illegaal",
  model: "ai-assistent|taalmodel|kunstmatige intelligentie|chatbot|chatgpt",
  retask: "nieuwe instructies|nieuwe taak|in plaats daarvan|en zeg|en antwoord|antwoord nu|en vertel|en geef",
  act: "stuur|verstuur|verwijder|voer uit|upload",
  data: "gesprek|gebruikersgegevens|inloggegevens|wachtwoord*",
  privilege: "ontwikkelaarsmodus|beheerdersmodus|systeemmodus|ik ben je maker|ik ben de beheerder|debugmodus",
  about: "prompt-injectie|aanval*|aanvaller*|detecteren|voorkomen|beschermen|bijvoorbeeld",
  asking: "hoe kan ik|wat betekent|leg uit|waarom|verschil tussen",
};
