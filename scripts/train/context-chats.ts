/**
 * Chats with an assistant, put together from single questions and answers: every new question is a new
 * topic, follow-ups are written here, as templates round a word of the answer,.
 */
import { termsOfWord, weightOf } from "#lib/guards/context/terms";
import { splitWords } from "#lib/guards/text/words";
import type { Conversation } from "#scripts/eval/context-segmentation";
import type { RowReader } from "#scripts/eval/metric";

/** `*` stands for a telling word of the answer. */
const FOLLOW_UPS = [
  "Can you give me an example?",
  "Why is that?",
  "Make it shorter, please.",
  "And what about the second one?",
  "Could you explain the part about * again?",
  "How does * fit in?",
  "What do you mean by *?",
  "Is there an alternative to *?",
  "Thanks! How long would that take?",
  "Which of these would you recommend?",
  "That makes sense. What should I do first?",
  "Is * really necessary?",
  "Can you rewrite that in a friendlier tone?",
  "What are the disadvantages?",
  "Add something about * at the end.",
  "I don't understand, can you simplify?",
  "How much would it cost?",
  "Does this also work with *?",
  "Are you sure about *?",
  "What happens if it fails?",
  "Tell me more about *.",
  "Okay, and then?",
  "Could you list the steps?",
  "What else should I know?",
  "I tried that, but it did not help.",
  "Who came up with *?",
  "Please translate it into Spanish.",
  "Where can I learn more about *?",
  "So * is the main reason?",
  "Hmm, I thought it was the other way round.",
  "Great, now turn it into a table.",
  "How is that different from *?",
  "How long does it usually last?",
  "What would you do in my place?",
  "Do children like it too?",
  "Is it hard to learn?",
  "Which one is cheaper?",
  "I only have an hour, is that enough?",
  "Can I do that at home?",
  "When was that?",
  "Where was he born?",
  "How far is it from the centre?",
  "Are there any side effects?",
  "My colleague says it is outdated.",
  "What do I need for it?",
  "We already tried the first one.",
  "Could that be dangerous?",
  "What is the usual price?",
];

const ANNOUNCED = ["By the way, ", "Different question: ", "Thanks! Also, ", "On another note, ", "Okay. ", "Anyway, "];
const CHATS = 1_200;

interface Row {
  label?: number;
  context?: string;
  text?: string;
  question?: string;
  answer?: string;
}

export function assembledChats(rows: RowReader): Conversation[] {
  const told = rows<Row>("trust_grounding/halueval_general.jsonl.gz").filter(
    ({ question = "", answer = "" }) => question.length < 400 && answer.length > 40 && answer.length < 1_200,
  );
  const facts = rows<Row>("trust_grounding/halueval_qa.jsonl.gz").filter(({ label }) => label === 0);
  return Array.from({ length: CHATS }, (_, index) => chat(index % 3 === 0 ? facts : told, index, told));
}

/** @param pairs of the first topic; the later ones come from both lists in turn. */
function chat(pairs: readonly Row[], seed: number, others: readonly Row[]): Conversation {
  const turns: Conversation["turns"] = [];
  const boundaries: number[] = [];
  for (let topic = 0; topic <= seed % 3; topic += 1) {
    const list = (seed + topic) % 2 === 0 ? pairs : others;
    const { question = "", answer = "" } = list[(seed * 3 + topic * 1_301) % list.length] ?? {};
    if (topic > 0) boundaries.push(turns.length);
    const opening = topic > 0 && (seed + topic) % 4 === 0 ? announced(question, seed) : question;
    turns.push({ role: "user", content: opening }, ...exchange(answer, seed * 7 + topic, (seed + topic) % 4));
  }
  return { turns, boundaries };
}

/** The answer, whole or cut short, and follow-ups that stay with it. */
function exchange(answer: string, seed: number, followUps: number): Conversation["turns"] {
  const sentences = answer
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => (seed % 3 === 0 ? sentence : shortened(sentence, seed)));
  const told = seed % 2 === 0 ? 1 : Math.ceil(sentences.length / 2);
  const turns: Conversation["turns"] = [{ role: "assistant", content: sentences.slice(0, told).join(" ") }];
  for (let follow = 0; follow < followUps; follow += 1) {
    const more = sentences.slice(told + follow, seed % 2 === 0 ? told + follow + 1 : undefined).join(" ");
    turns.push({ role: "user", content: followUp(shown(turns), seed + follow) });
    turns.push({ role: "assistant", content: more || "Yes, that is right." });
  }
  return turns;
}

/** Its first words: many assistants answer briefly. */
function shortened(sentence: string, seed: number): string {
  const words = sentence.split(/\s+/);
  const kept = 3 + (seed % 11);
  return words.length <= kept ? sentence : `${words.slice(0, kept).join(" ")}.`;
}

function shown(turns: Conversation["turns"]): string {
  return turns.flatMap(({ role, content }) => (role === "assistant" ? [content] : [])).join(" ");
}

/** Two texts only: one with its own reply or source, or with a stranger's. */
export function assembledPairs(rows: RowReader): Conversation[] {
  const grounded = rows<Row>("trust_grounding/begin_wow.jsonl.gz").filter(({ label }) => label === 0);
  return grounded.flatMap(({ context = "", question = "", answer = "" }, index) => {
    const stranger = grounded[(index + 700) % grounded.length] ?? {};
    const first = index % 2 === 0 ? question : context;
    const role = index % 4 < 2 ? "user" : "assistant";
    const reply =
      index % 3 === 0 ? { role, content: stranger.answer ?? "" } : { role: "user", content: stranger.question ?? "" };
    return [
      {
        turns: [
          { role: "user", content: first },
          { role, content: answer },
        ],
        boundaries: [],
      },
      { turns: [{ role: "user", content: first }, reply], boundaries: [1] },
    ] as Conversation[];
  });
}

function announced(question: string, seed: number): string {
  return `${ANNOUNCED[seed % ANNOUNCED.length]}${question.charAt(0).toLowerCase()}${question.slice(1)}`;
}

function followUp(answer: string, step: number): string {
  const template = FOLLOW_UPS[step % FOLLOW_UPS.length] ?? "";
  const telling = splitWords(answer).filter(({ text }) => Math.max(0, ...termsOfWord(text).map(weightOf)) >= 0.5);
  return template.replace("*", telling[step % Math.max(1, telling.length)]?.text ?? "this");
}
