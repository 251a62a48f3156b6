// What people of the sample write down: notes about leads, what was said, and what to do next.

export const leadNotes: readonly string[] = [
  'Plans on a whiteboard, photographs it every evening.',
  'Two shifts, one of them on Saturdays.',
  'Uses a spreadsheet that only the foreman understands.',
  'Asked whether it works without internet in the hall.',
  'Moves to a new building next year.',
  'Has tried two other programs and gone back to paper.',
  'Wants the bookkeeper in the next call.',
  'Speaks little English, prefers German.',
  'Met at the booth, was in a hurry.',
  'Their delivery dates slip by a week on average.',
  'Big order in house until the end of the quarter.',
  'Nephew does the IT on Fridays.',
  'Brought along by their saw dealer.',
  'Interested in quotes first, planning later.',
];

/** First calls, before anybody knows whether there is something in it. */
export const firstCallNotes: readonly string[] = [
  'Short call from the workshop, asked us to call again in the morning.',
  'Remembered the page on prices. Has time tomorrow.',
  'Friendly, wants to know what it costs before anything else.',
];
/** The call in which it turns out to be real. */
export const talkNotes: readonly string[] = [
  'Walked through how they plan today. Twelve jobs at once, all in one head.',
  'Wants to see the planning board with their own jobs.',
  'Loses about a day a week looking for drawings and parts.',
  'Asked about prices per seat and about training.',
];
export const laterCallNotes: readonly string[] = [
  'Foreman was there too. He is for it, the owner still doubts.',
  'Bookkeeper has two questions about the invoice.',
  'Compares us with the program of their saw dealer.',
  'Wants to start on the first of the month.',
];
export const noAnswerNotes: readonly string[] = [
  'No answer.',
  'No answer, left a message.',
  'Called twice, voicemail.',
  'Number rings out.',
];
export const mailNotes: readonly string[] = [
  'Sent the price list and two references.',
  'Sent the recording of the demo.',
  'Asked for a date next week.',
  'Sent the guide to planning a small workshop.',
];
export const meetingNotes: readonly string[] = [
  'Demo with four of their own jobs. Good questions about setup times.',
  'Visited the workshop. They count 30 hours a week spent on looking for things.',
  'Video call with owner and foreman; they want it before the summer rush.',
  'Went through the quote line by line.',
];
export const replyNotes: readonly string[] = [
  'Thanks, will look at it with the foreman.',
  'Can you do a call on Thursday?',
  'What would ten seats cost?',
];
export const proposalNotes: readonly string[] = [
  'Workshop planning with training on site.',
  'Two options: with and without the stock module.',
];

export const nextSteps: readonly string[] = [
  'Call about the quote',
  'Second demo with the foreman',
  'Send two references nearby',
  'Ask who else decides',
  'Visit the workshop',
  'Send the corrected quote',
  'Call after their board meeting',
];
export const warmNextSteps: readonly string[] = [
  'Invite to the next webinar',
  'Send the guide',
  'Ask for the company size',
];

export const acceptNotes: readonly string[] = [
  'Plans on paper, loses days. Wants a demo with own jobs.',
  'Real project, starts when the big order is out of the house.',
  'Clear need; the owner decides alone.',
];
export const rejectNotes: readonly (string | null)[] = [null, 'As agreed on the phone.', 'Said so at once, friendly.'];
export const smallNotes: readonly string[] = [
  'Works alone with one apprentice. Happy with the free template.',
  'Three people. The price is out of reach for them.',
  'Family business, four at the bench. Comes back when they grow.',
];
export const untouchedNotes: readonly (string | null)[] = [
  'Not called in time. Back with marketing.',
  'Waited too long in our list.',
  null,
];
export const triedNotes: readonly (string | null)[] = [
  'Tried, but not now. Back with marketing.',
  'Two attempts, then other things came first.',
  null,
];
export const lostNotes: readonly (string | null)[] = [
  'Went with what their dealer offers.',
  'Postponed until the new building is done.',
  null,
];
export const nurtureNotes: readonly string[] = [
  'Interested, but only after the move.',
  'Wants to hear from us again when the season is over.',
  'Reads everything, buys nothing this year.',
];

export const handReasons: readonly (readonly [points: number, reason: string])[] = [
  [20, 'Long talk at the booth, very interested'],
  [15, 'Recommended by a customer we trust'],
  [10, 'Asked twice when we are in the area'],
  [-20, 'Collects brochures, has done so for years'],
];
