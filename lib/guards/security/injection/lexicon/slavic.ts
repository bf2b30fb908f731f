import type { Lexicon } from "#lib/guards/security/injection/concept";

export const russian: Lexicon = {
  override:
    "игнорируй*|игнорировать|проигнорируй*|забудь*|забыть|не следуй*|не обращай*|отмени*|обойди*|пренебрег*|не учитывай*|перестань следовать|отбрось*|нарушь*|удали*",
  instruction:
    "инструкц*|указани*|правил*|команд*|директив*|ограничени*|приказ*|промпт*|запрос*|всё, что|все, что|сообщени*|предписани*|контекст*",
  prior: "предыдущ*|прежн*|выше|ранее|изначальн*|первоначальн*|сво*|до этого|предшеству*|полученн*|данн*",
  all: "все|всё|всех",
  reveal:
    "покажи*|раскрой*|расскажи*|скажи*|выведи*|напечатай*|повтори*|назови*|напиши*|дай*|какой|какие|каков*|сообщи*|открой*|поделись|перечисли*|переведи*|предоставь*",
  prompt:
    "системный промпт|системного промпта|системное сообщение|системные инструкции|системных инструкций|исходные инструкции|начальные инструкции|скрытые инструкции|твои инструкции|текст выше|системную подсказку|системной подсказки|ваши инструкции|первоначальные инструкции|секретные инструкции|системный запрос",
  secret:
    "парол*|секретный код|секретного кода|секретный ключ|api-ключ*|ключ api|учётные данные|учетные данные|кодовое слово|секретное слово|секрет|конфиденциальн*",
  persona:
    "ты теперь|теперь ты|вы теперь|теперь вы|с этого момента|отныне|притворись*|представь, что ты|представьте, что вы|действуй как|действуйте как|играй роль|веди себя|сыграй роль|выступи в роли",
  unbound:
    "без ограничений|без цензуры|без фильтр*|без правил|никаких ограничений|нет ограничений|неограниченн*|незаконн*|без морал*|без этическ*",
  comply:
    "никогда не отказывай*|не можешь отказать*|должен ответить|всегда отвечай*|без предупреждений|обязан ответить|обязан подчин*",
  model: "ии-ассистент|языковая модель|языковой модел*|искусственный интеллект|чат-бот|чатбот|chatgpt",
  retask:
    "новые инструкции|новая задача|новую задачу|вместо этого|и скажи*|и ответь*|и выведи*|и напиши*|теперь скажи*|твоя задача|и сообщи*|и дай*|и покажи*",
  conceal: "не говори пользователю|не упоминай*|тайно|незаметно|не сообщай*",
  act: "отправь*|перешли*|выполни*|удали*|переведи*|загрузи*|опубликуй*|перейди*",
  data: "переписк*|данные пользователя|учетные данные|парол*|истори* чата|личные данные|разговор*|персональные данные",
  privilege:
    "режим разработчика|режим администратора|режим бога|режим отладки|системный режим|режим системы|я твой создатель|я ваш создатель|я администратор|права администратора|режим переопределения|режим обслуживания|как ваш создатель|как твой создатель",
  about: "промпт-инъекц*|инъекци*|атак*|злоумышленник*|обнаруж*|предотврат*|защит*|например|уязвимост*",
  asking: "как мне|как можно|что такое|объясни*|почему|в чем разница|в чём разница|что значит",
};

export const polish: Lexicon = {
  override:
    "zignoruj|ignoruj|zapomnij|pomiń|nie przestrzegaj|odrzuć|obejdź|nie zważaj|przestań przestrzegać|zignorujcie|anuluj",
  instruction:
    "instrukcje|instrukcji|polecenia|poleceń|zasady|zasad|wytyczne|wytycznych|reguły|ograniczenia|rozkazy|prompt|wszystko, co",
  prior: "poprzednie|poprzednich|wcześniejsze|wcześniejszych|powyższe|powyżej|swoje|dotychczasowe|pierwotne",
  all: "wszystkie|wszystkich|wszystko",
  reveal: "pokaż|ujawnij|podaj|powiedz|wyświetl|wypisz|powtórz|napisz|wydrukuj|zdradź|jaki jest|jakie są|jakie jest",
  prompt:
    "prompt systemowy|promptu systemowego|wiadomość systemową|instrukcje systemowe|ukryte instrukcje|twoje instrukcje|początkowe instrukcje|tekst powyżej|system prompt",
  secret: "hasło|hasła|tajny kod|tajny klucz|klucz api|dane logowania|kod dostępu|tajne słowo|sekret",
  persona: "jesteś teraz|od teraz|udawaj|zachowuj się jak|wyobraź sobie, że jesteś|wciel się w|działaj jako",
  unbound: "bez ograniczeń|bez cenzury|bez filtrów|bez zasad|żadnych ograniczeń|nielegaln*",
  model: "asystent ai|model językowy|sztuczna inteligencja|chatbot|chatgpt",
  retask: "nowe instrukcje|nowe zadanie|zamiast tego|i powiedz|i odpowiedz|twoim zadaniem jest|i napisz|i podaj",
  act: "wyślij|prześlij|usuń|wykonaj|przelej|opublikuj",
  data: "rozmow*|dane użytkownika|dane logowania|hasła|historię czatu|dane osobowe",
  privilege:
    "tryb programisty|tryb administratora|tryb dewelopera|tryb debugowania|tryb systemowy|jestem twoim twórcą|jestem administratorem",
  about: "wstrzykiwani*|atak*|napastni*|wykryw*|zapobie*|chroni*|na przykład",
  asking: "jak mogę|co to jest|wyjaśnij|dlaczego|różnica między",
};
