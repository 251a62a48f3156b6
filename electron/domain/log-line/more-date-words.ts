// Words for days in Italian, Dutch, Portuguese, Polish and Swedish, as patterns on the folded line.

export type DayWords = {
  /** From one on. */
  readonly numbers: readonly string[];
  /** Minute, hour, day, week, month, year. */
  readonly units: readonly [string, string, string, string, string, string];
  /** N stands for the number, U for the unit. */
  readonly ago: readonly string[];
  readonly inSo: readonly string[];
  readonly today: string;
  readonly justNow: string;
  readonly thisMorning: string;
  readonly thisAfternoon: string;
  readonly thisEvening: string;
  readonly yesterday: string;
  readonly dayBeforeYesterday: string;
  readonly tomorrow: string;
  readonly dayAfterTomorrow: string;
  readonly lastWeek: string;
  readonly nextWeek: string;
  readonly lastMonth: string;
  readonly nextMonth: string;
  readonly endOfMonth: string;
  readonly nextYear: string;
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** Before a weekday. */
  readonly by: string;
  readonly on: string;
  readonly last: string;
  readonly next: string;
  /** Of a day. */
  readonly parts: string;
};

export const dayWords: Readonly<Record<string, DayWords>> = {
  it: {
    numbers: [
      'un|uno|una',
      'due|un paio di',
      'tre|qualche',
      'quattro',
      'cinque',
      'sei',
      'sette',
      'otto',
      'nove',
      'dieci',
    ],
    units: ['minut[oi]', 'or[ae]', 'giorn[oi]', 'settiman[ae]', 'mes[ei]', 'ann[oi]'],
    ago: ['N U fa'],
    inSo: ['(?:tra|fra|entro) (?:circa )?N U'],
    today: 'oggi',
    justNow: 'poco fa|adesso|appena ora|or ora',
    thisMorning: 'stamattina|stamani|stamane|questa mattina|oggi mattina',
    thisAfternoon: 'questo pomeriggio|oggi pomeriggio',
    thisEvening: 'stasera|stanotte|questa sera|oggi sera',
    yesterday: 'ieri',
    dayBeforeYesterday: "l'altro ieri|altroieri|ieri l'altro|avantieri",
    tomorrow: '(?:entro )?domani',
    dayAfterTomorrow: 'dopodomani|dopo domani',
    lastWeek: '(?:la )?(?:settimana scorsa|scorsa settimana|settimana passata)',
    nextWeek: '(?:la |in )?(?:settimana prossima|prossima settimana)|(?:la )?settimana che viene',
    lastMonth: '(?:il )?(?:mese scorso|scorso mese)',
    nextMonth: '(?:il )?(?:mese prossimo|prossimo mese)',
    endOfMonth: '(?:entro |a |per )?(?:la )?fine (?:del )?mese',
    nextYear: "(?:l'|il )?(?:anno prossimo|prossimo anno|anno nuovo)",
    weekdays: ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'],
    by: 'entro(?: il)?|prima di|per(?: il)?|fino a',
    on: 'il|di|la|lo',
    last: 'scors[oa]|passat[oa]|ultim[oa]',
    next: 'prossim[oa]',
    parts: 'mattina|mattino|pomeriggio|sera|notte|di mattina|al mattino',
  },
  nl: {
    numbers: ['een|1', 'twee|een paar', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
    units: ['minuut|minuten|min', 'uur|uren', 'dag(?:en)?', 'week|weken', 'maand(?:en)?', 'jaar|jaren'],
    ago: ['N U geleden'],
    inSo: ['(?:over|binnen) (?:ongeveer )?N U'],
    today: 'vandaag',
    justNow: 'net|zojuist|daarnet|zonet|zo-even|zoeven',
    thisMorning: 'vanochtend|vanmorgen|vandaag ochtend',
    thisAfternoon: 'vanmiddag',
    thisEvening: 'vanavond|vannacht',
    yesterday: 'gisteren|gisterochtend|gistermorgen|gistermiddag|gisteravond',
    dayBeforeYesterday: 'eergisteren',
    tomorrow: 'morgen|morgenochtend|morgenmiddag|morgenavond|morgenvroeg',
    dayAfterTomorrow: 'overmorgen',
    lastWeek: '(?:vorige|afgelopen|verleden) week',
    nextWeek: '(?:in )?(?:de )?(?:volgende|komende|aanstaande) week|week erop',
    lastMonth: '(?:vorige|afgelopen|verleden) maand',
    nextMonth: '(?:volgende|komende) maand',
    endOfMonth: '(?:voor |uiterlijk )?(?:het )?eind(?:e)? (?:van (?:de|deze) )?maand',
    nextYear: 'volgend jaar|in het nieuwe jaar',
    weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].map(
      name => `${name}(?:ochtend|middag|avond)?`,
    ),
    by: 'voor|uiterlijk|tegen|tot',
    on: 'op|de',
    last: 'vorige|afgelopen|verleden|laatste',
    next: 'volgende|komende|aanstaande',
    parts: 'ochtend|middag|avond|vroeg|morgen',
  },
  pt: {
    numbers: [
      'um|uma',
      'dois|duas',
      'tres|uns|umas|alguns|algumas',
      'quatro',
      'cinco',
      'seis',
      'sete',
      'oito',
      'nove',
      'dez',
    ],
    units: ['minutos?', 'horas?', 'dias?', 'semanas?', 'mes(?:es)?', 'anos?'],
    ago: ['(?:ha|faz) (?:cerca de )?N U(?: atras)?', 'N U atras'],
    inSo: ['(?:daqui a|dentro de|em) N U'],
    today: 'hoje',
    justNow: 'ha pouco|agora mesmo|agora|ainda agora',
    thisMorning: 'esta manha|hoje (?:de|pela|por) manha|hoje cedo',
    thisAfternoon: 'esta tarde|hoje (?:a|de|pela) tarde',
    thisEvening: 'esta noite|hoje a noite|logo a noite',
    yesterday: 'ontem',
    dayBeforeYesterday: 'anteontem|antes de ontem',
    tomorrow: 'amanha',
    dayAfterTomorrow: 'depois de amanha',
    lastWeek: '(?:n?a )?semana passada',
    nextWeek: '(?:n?a )?(?:proxima semana|semana que vem)|para a semana',
    lastMonth: '(?:n?o )?mes passado',
    nextMonth: '(?:n?o )?(?:proximo mes|mes que vem)',
    endOfMonth: '(?:ate (?:a)?o? ?|no )?(?:fim|final) do mes',
    nextYear: '(?:n?o )?(?:proximo ano|ano que vem|ano novo)',
    weekdays: [
      'segunda(?:-feira| feira)?|2\\.?ª(?:-feira| feira)?',
      'terca(?:-feira| feira)?',
      'quarta(?:-feira| feira)?',
      'quinta(?:-feira| feira)?',
      'sexta(?:-feira| feira)?',
      'sabado',
      'domingo',
    ],
    by: 'ate(?: a| ao)?|antes de|para',
    on: 'na|no|a|ao',
    last: 'passad[oa]|ultim[oa]',
    next: 'proxim[oa]|que vem',
    parts: 'de manha|a tarde|a noite|pela manha|de tarde|cedo',
  },
  pl: {
    numbers: [
      'jeden|jedna|jedno',
      'dwa|dwie|dwoch',
      'trzy|trzech|kilka',
      'cztery',
      'piec',
      'szesc',
      'siedem',
      'osiem',
      'dziewiec',
      'dziesiec',
    ],
    units: [
      'minut[aey]?',
      'godzin[aey]?',
      'dzien|dni',
      'tydzien|tygodni[ea]?',
      'miesiac[ea]?|miesiecy',
      'rok|lata|lat',
    ],
    ago: ['N U temu'],
    inSo: ['za N U'],
    today: 'dzis|dzisiaj',
    justNow: 'przed chwila|teraz',
    thisMorning: '(?:dzis|dzisiaj) rano',
    thisAfternoon: '(?:dzis|dzisiaj) po poludniu',
    thisEvening: '(?:dzis|dzisiaj) wieczorem',
    yesterday: 'wczoraj',
    dayBeforeYesterday: 'przedwczoraj',
    tomorrow: '(?:do )?jutro|do jutra',
    dayAfterTomorrow: 'pojutrze',
    lastWeek: 'w (?:zeszlym|ubieglym) tygodniu|tydzien temu',
    nextWeek: 'w (?:przyszlym|nastepnym) tygodniu|za tydzien',
    lastMonth: 'w (?:zeszlym|ubieglym) miesiacu|miesiac temu',
    nextMonth: 'w (?:przyszlym|nastepnym) miesiacu|za miesiac',
    endOfMonth: '(?:do |pod )?konc[aeu]m? miesiaca',
    nextYear: 'w (?:przyszlym|nowym) roku',
    weekdays: [
      'poniedzial(?:ek|ku)',
      'wtor(?:ek|ku)',
      'srod[aey]',
      'czwart(?:ek|ku)',
      'piat(?:ek|ku)',
      'sobot[aey]',
      'niedziel[aei]',
    ],
    by: 'do|przed|najpozniej(?: w| we)?',
    on: 'w|we',
    last: 'zesz\\S+|ubieg\\S+|ostatni\\S*',
    next: 'przysz\\S+|nastepn\\S+',
    parts: 'rano|po poludniu|wieczorem',
  },
  sv: {
    numbers: ['en|ett', 'tva|ett par', 'tre|nagra', 'fyra', 'fem', 'sex', 'sju', 'atta', 'nio', 'tio'],
    units: ['minut(?:er)?', 'timm(?:e|ar)', 'dag(?:ar)?', 'veck(?:a|or)', 'manad(?:er)?', 'ar'],
    ago: ['(?:for )?N U sedan'],
    inSo: ['(?:om|inom) N U'],
    today: 'idag|i dag',
    justNow: 'nyss|just nu|alldeles nyss',
    thisMorning: 'i morse|imorse',
    thisAfternoon: 'i eftermiddag',
    thisEvening: 'ikvall|i kvall',
    yesterday: 'igar|i gar',
    dayBeforeYesterday: 'i forrgar|forrgar',
    tomorrow: 'imorgon|i morgon|imorrn',
    dayAfterTomorrow: 'i overmorgon|overmorgon',
    lastWeek: 'forra veckan',
    nextWeek: 'nasta vecka',
    lastMonth: 'forra manaden',
    nextMonth: 'nasta manad',
    endOfMonth: '(?:i |fore |till )?(?:slutet (?:av|pa) )manaden',
    nextYear: 'nasta ar',
    weekdays: ['mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lordag', 'sondag'].map(name => `${name}(?:en)?s?`),
    by: 'senast|fore|innan|till',
    on: 'pa|i',
    last: 'forra',
    next: 'nasta',
    parts: 'morgon|formiddag|eftermiddag|kvall',
  },
};
