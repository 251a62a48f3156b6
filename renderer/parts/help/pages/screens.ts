// Help for the screens of everyday work.
import type { HelpPage } from '../help-page.ts';

export const screenPages: readonly HelpPage[] = [
  {
    id: 'today',
    title: 'Today',
    about: 'Who to call, write to or answer now, and why. Work it from top to bottom.',
    place: { screen: 'today' },
    words: 'to do tasks reminders due overdue waiting sales clock call list',
    parts: [
      {
        title: 'What the lists are',
        points: [
          'People who called or wrote and have no answer: **Log answer**.',
          'People waiting for sales, with their [[responseClock]]: **Accept** or **Reject**.',
          'Next steps that are due: **Done** logs what was done and asks what comes next; **Snooze** chooses another day.',
          'E-mails of [[nurturePlan|nurture plans]]: **Write e-mail** opens your mail program with the text filled in.',
          'People who are [[quiet|inactive]]: plan a step, or move them.',
        ],
      },
      {
        title: 'By keyboard',
        points: ['`↑` and `↓` go from row to row; `Enter` opens the lead.', '`D` done, `N` next step, `C` call.'],
      },
      {
        title: 'Good to know',
        points: [
          '**Mine** shows your own leads only. It is there once you chose a name at **Acting as** in {go-settings}.',
          '{print} saves the call list as a PDF.',
        ],
      },
    ],
    next: ['how-log', 'lead', 'reminders'],
  },
  {
    id: 'board',
    title: 'Board',
    about: 'All leads by [[stage]], from Stranger to Customer. Nurture, Disqualified and Lost are below.',
    place: { screen: 'board' },
    words: 'kanban columns cards drag drop stages pipeline funnel move',
    parts: [
      {
        title: 'Move a lead',
        points: [
          'Drag the card to another column, or go to it with the arrow keys and press `Shift+→`.',
          'Or right-click the card and choose a stage under **Move to**.',
          'Some moves ask something first, such as a reason or an amount. {undo} undoes any move.',
        ],
      },
      {
        title: 'Read a card',
        points: [
          'The line in two tones is the [[score]]: what they did, then who they are. Its tick is the [[threshold]].',
          'Beside it are the points and the [[cell|grade]]. Hover over them to see the strongest reasons.',
          'Below are the days in this stage, the [[nextStep|next step]] and the owner.',
        ],
      },
      {
        title: 'Find someone',
        points: [
          '{search} looks for names and companies.',
          '**All owners** narrows to one member; **Filter** to one channel, tag or grade.',
        ],
      },
    ],
    next: ['score', 'lead', 'leads'],
  },
  {
    id: 'leads',
    title: 'Leads',
    about: 'The table of all your leads. Search, filter, edit, and change many at once.',
    place: { screen: 'leads' },
    words: 'table list search filter columns views bulk select duplicates merge export',
    parts: [
      {
        title: 'Find leads',
        points: [
          'Type in **Search leads**: name, company, e-mail or a word of a note. Accents do not matter.',
          '**Filter** adds conditions. **Save as view** keeps them under a name.',
          '**Columns** chooses what the table shows.',
        ],
      },
      {
        title: 'Change many at once',
        steps: [
          'Select rows with `Space`, or with the boxes at the left.',
          'Choose what to do below the table: log an activity, move, assign, tag, plan a next step, or **Export**.',
        ],
      },
      {
        title: 'The same person twice',
        steps: [
          'Press **Duplicates**, or {menu:duplicates}.',
          '**Compare** the two, then **Merge** or **Different people**.',
        ],
      },
    ],
    next: ['lead', 'how-import', 'board'],
  },
  {
    id: 'lead',
    title: 'A lead',
    about: 'Everything about one person: details, score, activities, next steps, deals and files.',
    place: { screen: 'lead' },
    words: 'person contact details fields history timeline deal files tags next step',
    parts: [
      {
        title: 'What you can do here',
        points: [
          '**Log** writes down what happened; **Plan next step** what comes next.',
          'Click any detail to change it. `Enter` saves, `Escape` discards.',
          '**Move** changes the stage. **New deal** adds a possible sale.',
          '**Add file** keeps a quote or a photo with the lead.',
          '**Address card** takes the person to your phone: as a code for its camera, or as a file.',
        ],
      },
      {
        title: 'Why this score',
        points: [
          'Every line of points has its date and its rule, and the lines add up to the score.',
          'The question beside it is the one whose answer could add the most points.',
          'A [[receipt]] shows why the lead became [[mql]], as it was that day. See **Stages and receipts**.',
          '{menu:hand-points} adds or subtracts points with a reason.',
        ],
      },
      {
        title: 'If they ask about their data',
        points: [
          '**Save all data as PDF** under **Privacy** is what you can send them.',
          '**Erase person** removes them for good.',
        ],
      },
    ],
    next: ['score', 'privacy', 'how-log'],
  },
  {
    id: 'log',
    title: 'The log line',
    about: 'One sentence for what happened. What Ripen understood is shown below before you save it.',
    words: 'sentence chips draft languages german french spanish paste list webinar',
    parts: [
      {
        title: 'What you can write',
        points: [
          'Who: a name, or “name @ company”. A new name adds a lead.',
          'What: called, e-mailed, visited, wants a quote, missed call, met at the fair.',
          'When: “yesterday”, “on friday at 3”. Without a day it is now.',
          'Money: “12k” or “£1,200” is the deal. Next step: “quote by friday”, “call back in 2 weeks”.',
          'English, German, French, Spanish, Italian, Dutch and Portuguese are understood.',
        ],
      },
      {
        title: 'Correct it',
        points: [
          'Click a part below the line, or press `Alt+1` to `Alt+9`, and choose.',
          '`Escape` closes the box and keeps your draft.',
          'Paste a list of names to log a whole webinar or trade show.',
        ],
      },
    ],
    next: ['how-log', 'today'],
  },
  {
    id: 'import',
    title: 'Import',
    about: 'Brings in spreadsheets, exports of other programs and e-mails, with a preview. Every import can be undone.',
    place: { screen: 'import' },
    words: 'columns mapping preview duplicates history undo rejected rows formats dates csv excel',
    parts: [
      {
        title: 'The steps',
        points: [
          '**Choose**: a file, several files, or cells you copied.',
          '**Map columns**: what each column becomes. **More options for …** at the end of its row has the formats of dates and numbers.',
          '**Preview**: who is new, who is updated, who would become [[mql]], and what looks odd.',
          '**Done**: what happened. Rows that could not be imported can be saved, corrected and imported again.',
        ],
      },
      {
        title: 'Good to know',
        points: [
          'Ripen remembers your corrections for the next file of that kind. **Forget** removes one.',
          'Leads that exist are filled in, not overwritten, unless you choose **Overwrite**.',
          '**Undo import** is in **Import history**.',
          '{export} writes everything out, for Ripen or other programs.',
        ],
      },
    ],
    next: ['how-import', 'leads', 'backups'],
  },
  {
    id: 'review',
    title: 'Review',
    about: 'The weekly meeting: figures, [[mql|MQLs]], handoff, decisions. Every number opens the people behind it.',
    place: { screen: 'review' },
    words: 'figures rates conversion cohort funnel plan goal decisions minutes closed week month',
    parts: [
      {
        title: 'Read the figures',
        points: [
          'Beside each figure is its [[n]]: how many people it is based on.',
          'A rate shows its [[interval]] and the [[benchmark]]. “Cannot tell yet” means there are too few people to say.',
          '[[cohort]] and [[period]] are two ways to count a rate. Both are shown.',
          'Figures marked as too recent can still rise.',
        ],
      },
      {
        title: 'Work with it',
        points: [
          'Choose a section in the **Agenda**, or press its number.',
          '{meeting-mode} fills the screen. {print} saves a PDF.',
          '**Past reviews** has the closed ones; select two to compare them.',
          '**Plan** works back from a goal to the leads it takes each week.',
        ],
      },
    ],
    next: ['how-meet', 'campaigns', 'criteria'],
  },
  {
    id: 'criteria',
    title: 'Criteria',
    about: 'The rules behind the score: points for what people do, points for who they are, and when a lead is ready.',
    place: { screen: 'criteria' },
    words: 'rules points threshold scoring model fit behavior what if replay publish draft version learn',
    parts: [
      {
        title: 'Change a rule',
        steps: [
          'Under **Rules**, change a number. This makes a draft; nothing else changes yet.',
          'Look at **What if** beside it: who would have become [[mql]] with the draft, by name.',
          'Press **Publish…**. You see who becomes MQL now. Give a reason, and confirm.',
        ],
      },
      {
        title: 'The parts',
        points: [
          '**Start**: describe your ideal customer, or use a template.',
          '**Learn**: points your own history suggests. It takes at least ten customers.',
          '**Rejections**: which rules led to MQLs that sales rejected.',
          '**MQL threshold**: whether the number is too low or too high.',
          '**Versions**: all earlier rules. A published version never changes.',
        ],
      },
      { title: 'Good to know', points: ['Publishing moves no one back.', '**Discard** drops the draft.'] },
    ],
    next: ['score', 'review'],
  },
  {
    id: 'campaigns',
    title: 'Campaigns',
    about: 'What you spend and how many people you reach, week by week, so that Ripen can say what a customer costs.',
    place: { screen: 'campaigns' },
    words: 'channels spend money budget cost reach visitors ads attribution',
    parts: [
      {
        title: 'Every week',
        steps: [
          'Under **By week**, enter the spend and the visitors of each channel. A field saves when you leave it.',
          'Or copy the cells of your own sheet and use **Paste from a sheet**.',
        ],
      },
      {
        title: 'Channels and campaigns',
        points: [
          'A [[channel]] is a way people find you; a [[campaign]] is one effort in it. **Add campaign** and **Add channel** add them.',
          'A bill for several weeks: **Add spend** with a first and a last day. It is spread over the days.',
          'What has ended: **Archive**. Nothing is lost.',
        ],
      },
    ],
    next: ['review', 'how-meet'],
  },
];
