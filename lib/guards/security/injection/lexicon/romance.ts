import type { Lexicon } from "#lib/guards/security/injection/concept";

export const spanish: Lexicon = {
  override:
    "ignora|ignore|ignorar|ignorad|ignorando|olvida|olvide|olvidar|olvidate|descarta|descarte|omite|omita|no sigas|deja de seguir|no hagas caso|haz caso omiso|anula|desobedece|pasa por alto|prescinde|borra",
  instruction:
    "instrucciones|instruccion|directrices|directivas|ordenes|reglas|indicaciones|restricciones|pautas|normas|programacion|prompt|todo lo que te|lo que te dijeron|lo que dije|tareas|asignaciones|limitaciones",
  prior:
    "anterior|anteriores|previas|previa|previos|antes|iniciales|originales|tus|hasta ahora|arriba|recibidas|dadas|mencionado|primeras",
  all: "todas|todo|todos",
  reveal:
    "revela|revele|revelar|muestra|muestrame|muestre|dime|dame|imprime|repite|repita|divulga|escribe|comparte|cual es|cuales son|indica|enseñame|proporciona|digame|expon|transcribe|resume|traduce|cuentame",
  prompt:
    "prompt del sistema|prompt de sistema|mensaje del sistema|instrucciones del sistema|instrucciones iniciales|instrucciones originales|prompt inicial|instrucciones ocultas|tus instrucciones|texto anterior|texto de arriba|instrucciones anteriores|instrucciones secretas|configuracion interna|system prompt",
  secret:
    "contraseña*|clave secreta|clave de acceso|codigo secreto|clave api|palabra secreta|credenciales|informacion confidencial|secreto",
  persona:
    "ahora eres|a partir de ahora|actua como|finge|simula|imagina que eres|haz de cuenta|haz el papel|asume el papel|de ahora en adelante|pretende ser|haremos un juego de rol",
  unbound:
    "sin restricciones|sin limites|sin censura|sin filtros|sin limitaciones|sin reglas|no tienes restricciones|sin ningun tipo de restriccion|ilegal|sin etica|sin ninguna restriccion|cualquier cosa ahora",
  comply:
    "nunca te niegues|no puedes negarte|debes responder|siempre responde|no te niegues|nunca digas que no|sin advertencias|debes obedecer",
  model: "asistente de ia|modelo de lenguaje|inteligencia artificial|chatbot|chatgpt",
  retask:
    "nuevas instrucciones|nueva tarea|nueva instruccion|en su lugar|en lugar de eso|ahora responde|y di|y dime|solo di|tu tarea es|ahora nos concentraremos|comencemos|empecemos|concentrate|ahora dime|nuevos desafios|y responde|y escribe|y en su lugar",
  conceal: "sin decirle al usuario|no menciones|no le digas al usuario|en secreto|sin informar",
  act: "envia|enviar|reenvia|envialo|ejecuta|elimina|transfiere|sube|publica",
  data: "conversacion|datos del usuario|credenciales|contraseña*|correos|historial|datos personales",
  privilege:
    "modo desarrollador|modo administrador|modo dios|modo de depuracion|modo sistema|modo de sistema|soy tu creador|soy el administrador|acceso de administrador|modo de anulacion|modo de mantenimiento|como tu creador|codigo de anulacion",
  about: "inyeccion de prompt*|ataque*|atacante*|detectar|prevenir|proteger|por ejemplo|vulnerabilidad*",
  asking: "como puedo|como se|que es|explica|explicame|por que|diferencia entre|que significa",
};

export const french: Lexicon = {
  override:
    "ignore|ignorez|ignorer|ignorons|oublie|oubliez|oublier|ne tiens pas compte|ne tenez pas compte|ne tenez plus compte|fais abstraction|faites abstraction|neglige|negligez|ne suis pas|ne suivez pas|cesse de suivre|contourne|contournez|annule|annulez|desobeis|passe outre|passez outre|abandonne",
  instruction:
    "instructions|instruction|directives|consignes|regles|ordres|contraintes|restrictions|programmation|prompt|tout ce qui|tout ce que|indications|lignes directrices|limitations|invite|taches",
  prior:
    "precedent|precedents|precedente|precedentes|anterieures|ci-dessus|avant|initiales|originales|tes|vos|jusqu'ici|jusqu'a present|deja|recues|au-dessus|plus haut",
  all: "toutes|tout|tous",
  reveal:
    "revele|revelez|reveler|montre|montrez|affiche|affichez|dis-moi|dites-moi|donne-moi|donnez-moi|repete|repetez|imprime|divulgue|divulguez|ecris|quel est|quelle est|quelles sont|quels sont|partage|communique|traduis|resume|indique|indiquez|fournis|fournissez",
  prompt:
    "prompt systeme|invite systeme|message systeme|instructions systeme|instructions initiales|invite initiale|prompt initial|instructions cachees|tes instructions|vos instructions|texte ci-dessus|instructions d'origine|system prompt|instructions secretes|instructions ci-dessus|invite du systeme",
  secret:
    "mot de passe|mots de passe|code secret|cle secrete|cle api|cle d'api|code d'acces|identifiants|informations confidentielles|mot secret|le secret",
  persona:
    "tu es maintenant|vous etes maintenant|a partir de maintenant|desormais|agis comme|agissez comme|fais semblant|faites semblant|joue le role|jouez le role|imagine que tu|imaginez que vous|fais comme si|pretends",
  unbound:
    "sans restriction|sans restrictions|sans limite|sans limites|sans censure|sans filtre|sans filtres|aucune restriction|aucune limite|sans regles|sans aucune|illegal|illegale|sans ethique|n'importe quoi maintenant",
  comply:
    "ne refuse jamais|ne refusez jamais|tu ne peux pas refuser|vous ne pouvez pas refuser|tu dois repondre|vous devez repondre|sans avertissement|tu dois obeir|toujours repondre",
  model: "assistant ia|modele de langage|intelligence artificielle|chatbot|chatgpt|modele d'ia",
  retask:
    "nouvelles instructions|nouvelle tache|nouvelle instruction|a la place|au lieu de|et dis|et reponds|et repondez|reponds maintenant|maintenant dis|ta tache est|votre tache est|et donne|et ecris|et dites|concentrons-nous|commençons",
  conceal:
    "sans le dire a l'utilisateur|ne mentionne pas|ne le dis pas|ne dites pas a l'utilisateur|secretement|sans informer",
  act: "envoie|envoyez|envoyer|transfere|transferez|execute|executez|supprime|supprimez|publie|telecharge|clique|cliquez",
  data: "conversation|donnees de l'utilisateur|identifiants|mot de passe|courriels|historique|donnees personnelles|e-mails",
  privilege:
    "mode developpeur|mode administrateur|mode dieu|mode debogage|mode debug|mode systeme|je suis ton createur|je suis votre createur|je suis l'administrateur|acces administrateur|mode de remplacement|mode maintenance|en tant que votre createur|en tant que ton createur|mode override",
  about: "injection de prompt*|attaque*|attaquant*|detecter|prevenir|proteger|par exemple|vulnerabilite*",
  asking: "comment puis-je|comment faire|qu'est-ce que|explique|expliquez|pourquoi|difference entre|que signifie",
};

export const italian: Lexicon = {
  override:
    "ignora|ignorare|ignorate|ignori|dimentica|dimenticare|dimenticate|non seguire|non tenere conto|non considerare|trascura|smetti di seguire|annulla|disobbedisci|scarta|aggira|tralascia|lascia perdere",
  instruction:
    "istruzioni|istruzione|direttive|regole|ordini|linee guida|vincoli|restrizioni|programmazione|prompt|indicazioni|comandi|tutto cio|tutto quello|limitazioni",
  prior: "precedente|precedenti|sopra|prima|iniziali|originali|tue|finora|ricevute|anteriori|di cui sopra",
  all: "tutte|tutto|tutti",
  reveal:
    "rivela|rivelami|rivelare|mostra|mostrami|dimmi|dammi|stampa|ripeti|divulga|scrivi|qual e|quali sono|condividi|elenca|riassumi|traduci|fornisci|fornire|indica",
  prompt:
    "prompt di sistema|prompt del sistema|messaggio di sistema|istruzioni di sistema|istruzioni iniziali|prompt iniziale|istruzioni nascoste|tue istruzioni|testo sopra|istruzioni originali|istruzioni segrete|system prompt|istruzioni precedenti",
  secret:
    "password*|parola d'ordine|codice segreto|chiave segreta|chiave api|credenziali|informazioni riservate|parola segreta|codice di accesso|il segreto",
  persona:
    "ora sei|adesso sei|d'ora in poi|da ora in poi|agisci come|comportati come|fai finta|fingi|simula|immagina di essere|interpreta il ruolo|da questo momento",
  unbound:
    "senza restrizioni|senza limiti|senza censura|senza filtri|nessuna restrizione|senza regole|illegale|senza limitazioni|senza etica|qualsiasi cosa ora",
  comply:
    "non rifiutare mai|non puoi rifiutare|devi rispondere|rispondi sempre|senza avvertenze|senza avvertimenti|devi obbedire",
  model: "assistente ia|assistente ai|modello linguistico|intelligenza artificiale|chatbot|chatgpt",
  retask:
    "nuove istruzioni|nuovo compito|nuova istruzione|invece|al suo posto|e di|e dimmi|ora rispondi|il tuo compito e|e rispondi|e scrivi|ora dimmi",
  conceal: "senza dirlo all'utente|non menzionare|non dire all'utente|segretamente|senza informare",
  act: "invia|inviare|inoltra|esegui|elimina|trasferisci|carica|pubblica|clicca",
  data: "conversazione|dati dell'utente|credenziali|password*|cronologia|dati personali",
  privilege:
    "modalita sviluppatore|modalita amministratore|modalita dio|modalita debug|modalita di sistema|modalita sistema|sono il tuo creatore|sono l'amministratore|accesso amministratore|modalita override|modalita di override|come tuo creatore|modalita di manutenzione",
  about:
    "iniezione di prompt*|attacco|attacchi|attaccante|rilevare|prevenire|proteggere|per esempio|ad esempio|vulnerabilita",
  asking: "come posso|come si|che cos'e|cos'e|spiega|spiegami|perche|differenza tra|cosa significa",
};

export const portuguese: Lexicon = {
  override:
    "ignore|ignora|ignorar|ignorem|esqueça|esqueca|esquece|esquecer|desconsidere|desconsiderar|nao siga|pare de seguir|descarte|desobedeça|anule|contorne|nao leve em conta|deixe de lado|apague",
  instruction:
    "instruções|instrucoes|instruçao|diretrizes|regras|ordens|orientaçoes|restriçoes|comandos|programaçao|prompt|tudo o que|tudo que|limitaçoes|diretivas|tarefas",
  prior:
    "anterior|anteriores|previas|previo|acima|antes|iniciais|originais|suas|ate agora|recebidas|dadas|acima mencionado",
  all: "todas|tudo|todos",
  reveal:
    "revele|revela|revelar|mostre|mostra|diga-me|me diga|me de|me mostre|imprima|repita|divulgue|escreva|qual e|quais sao|compartilhe|forneça|exiba|conte-me|resuma|traduza|informe",
  prompt:
    "prompt do sistema|prompt de sistema|mensagem do sistema|instruções do sistema|instruções iniciais|prompt inicial|instruções ocultas|suas instruções|texto acima|instruções originais|instruções secretas|system prompt|instruções anteriores|instruções acima",
  secret:
    "senha*|palavra-passe|codigo secreto|chave secreta|chave de api|chave api|credenciais|informações confidenciais|palavra secreta|codigo de acesso|o segredo",
  persona:
    "agora voce e|voce agora e|a partir de agora|de agora em diante|aja como|atue como|finja|simule|imagine que voce|faça de conta|assuma o papel|interprete o papel",
  unbound:
    "sem restriçoes|sem limites|sem censura|sem filtros|nenhuma restriçao|sem regras|ilegal|sem limitaçoes|sem etica|qualquer coisa agora",
  comply: "nunca recuse|voce nao pode recusar|deve responder|sempre responda|sem avisos|nao recuse|deve obedecer",
  model: "assistente de ia|modelo de linguagem|inteligencia artificial|chatbot|chatgpt",
  retask:
    "novas instruções|nova tarefa|nova instruçao|em vez disso|ao inves|e diga|e me diga|agora responda|sua tarefa e|e responda|e escreva|agora diga|em seu lugar",
  conceal: "sem dizer ao usuario|nao mencione|nao diga ao usuario|secretamente|sem informar",
  act: "envie|enviar|encaminhe|execute|exclua|transfira|carregue|publique|clique",
  data: "conversa|dados do usuario|credenciais|senha*|historico|dados pessoais|e-mails",
  privilege:
    "modo desenvolvedor|modo administrador|modo deus|modo de depuraçao|modo sistema|modo de sistema|sou seu criador|sou o administrador|acesso de administrador|modo de substituiçao|modo override|como seu criador|modo de manutençao",
  about: "injeçao de prompt*|ataque*|atacante*|detectar|prevenir|proteger|por exemplo|vulnerabilidade*",
  asking: "como posso|como faço|o que e|explique|por que|diferença entre|o que significa",
};
