/**
 * Abbreviations and telling words, by language. Small on purpose: what decides most is the case of the
 * next word; a table is needed only where a capital follows inside a sentence.
 *
 * Words are written without their last full stop. One written in lower case stands for every
 * capitalisation; one with a capital only for itself ("Mass." is a state, "mass." ends a sentence).
 */
export interface LanguageData {
  /** Never end a sentence: something always follows ("Mr. Lee", "cf. Lee"). */
  never?: string;
  /** Do not end one before a number, a Roman numeral or a single letter ("No. 5", "Fig. B"). */
  number?: string;
  /** End one only before a word that opens sentences ("Briggs & Co. It …", but "Apple Inc. Chief …"). */
  either?: string;
  /** End one before any capital, not before a number ("etc. We", but "Jan. 5"). */
  capital?: string;
  /** As `capital`, but abbreviations only after a number ("6 in. Then"; "Come in. Then"). */
  unit?: string;
  /** Times of day: see `followTime`. */
  time?: string;
  /** Words that open sentences and are hardly ever names. */
  starters?: string;
  /** Verbs that follow a quotation together with a name ("“Who?” Ann asked"). */
  speech?: string;
  /** Words after a time that belong to it ("6 p.m. Eastern"). */
  timeFollowers?: string;
  /** A number of one or two digits with a full stop is an ordinal ("am 3. Oktober"). */
  ordinals?: boolean;
  /** `;` is the question mark. */
  semicolonAsks?: boolean;
}

/** Latin and international ones, in every language. */
export const COMMON: LanguageData = {
  never: 'mr mrs ms dr prof mt messrs mme mlle e.g i.e eg cf viz vs v ca approx incl excl resp',
  number:
    'no nos nr n° nº № p pp pg vol vols fig figs eq eqs ch chap sec art par cap tab app bk tel ext fol ll min max c',
  either: 'st inc ltd co corp bros cie jr sr ph.d b.sc m.sc ed eds',
  capital: 'etc al ibid',
  unit: 'am pm in ft yd mi lb lbs oz qt gal hr hrs sec min cm mm km kg mg ml',
  time: 'a.m p.m',
};

export const LANGUAGES: Readonly<Record<string, LanguageData>> = {
  en: {
    never:
      'Gen Lt Col Maj Capt Cpt Sgt Cpl Pvt Adm Cmdr Brig Sen Rep Gov Pres Amb Rev Hon Fr Supt Det Insp Ald Atty Msgr Ven Ft',
    number: 'Op Ex Vers vv par para sect rm apt ste Hwy Rte rev',
    either:
      'ave blvd rd ln ct pl hwy pkwy sq dept univ assn govt intl natl mfg bldg est esq Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo D.C',
    capital: 'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
    starters:
      'The This That These Those It He She They We You I A An My Your His Her Its Our Their There Here What Who Whom Whose Why When Where How Which If In On At By For From With Without As But And Or Nor So Yet Because Although Though While Whereas After Before Since Until Unless Once Then Thus Hence However Moreover Furthermore Nevertheless Nonetheless Meanwhile Instead Indeed Therefore Otherwise Is Are Was Were Do Does Did Has Have Had Can Could Should Would Not No Yes Some Several All Both Each Every Another Other Others Among During Despite According Under Over Also Now Today Yesterday Tomorrow Even Still Only Perhaps Maybe Later Finally First Nobody Everyone Someone Nothing Everything Something Two Three Four Five Let Please Just Sometimes Soon Next To',
    speech:
      'said says asked asks replied replies cried cries shouted shouts answered answers whispered whispers exclaimed wondered called yelled',
    timeFollowers:
      'Eastern Pacific Central Mountain Atlantic Greenwich ET EST EDT PT PST PDT CT CST CDT MT MST MDT GMT UTC BST CET Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December',
  },
  de: {
    never:
      'hr fr frl dipl ing hl z.b d.h u.a i.d.r s.o s.u z.t v.a bzw ggf evtl usf vgl geb gest inkl zzgl abzgl gem einschl dgl sog Dr.-Ing bspw ehem',
    number: 'abb abs aufl bd bde jh jg kap s seite str tsd mio mrd ziff anm hrsg bl',
    capital: 'usw u.s.w uvm u.v.m usf jan feb mrz apr jun jul aug sept okt nov dez std',
    starters:
      'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Du Man Dies Diese Dieser Dieses Dort Hier Da Dann Danach Doch Aber Und Oder Denn Wenn Weil Als Wie Was Wer Wo Warum Wann Nach Vor Seit Bei Mit Ohne Auch Nur Noch Schon Jetzt Heute Gestern Morgen Im In Am An Auf Aus Für Von Zu Zum Zur Sein Seine Ihre Mein Meine Kein Keine Nicht Alle Viele Einige Jeder Damit Deshalb Trotzdem',
    speech: 'sagte fragte rief antwortete meinte flüsterte schrie',
    ordinals: true,
  },
  fr: {
    never: 'm mm mlle mme mgr me st ste c.-à-d p.ex av env',
    number: 'art chap n° t fig éd',
    capital: 'etc janv févr avr juil sept oct nov déc',
    starters:
      'Le La Les Un Une Des Il Elle Ils Elles Nous Vous Je Tu On Ce Cette Ces Cet Mais Et Ou Donc Car Ni Or Si Quand Comme Dans En Sur Sous Avec Sans Pour Par Après Avant Depuis Pendant Alors Puis Ainsi Aussi Qui Que Quoi Où Comment Pourquoi Mon Ma Mes Son Sa Ses Notre Votre Leur Leurs',
    speech: 'dit demanda répondit cria',
  },
  es: {
    never: 'sr sra srta sres d dª dña ud uds vd vds lic ing p.ej gral cnel cap',
    number: 'núm art pág págs cap vol tel',
    capital: 'etc ene feb abr jun jul ago sept oct nov dic',
    either: 'ee.uu s.a av avda',
    starters:
      'El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Nosotros Yo Tú Usted Se Lo Le Este Esta Estos Estas Ese Esa Eso Aquel Pero Y O Si Cuando Como En Con Sin Por Para Desde Hasta Después Antes Entonces Así También No Qué Quién Cómo Dónde Por Mi Su Sus Hay Es Era',
    speech: 'dijo preguntó respondió gritó',
  },
  it: {
    never: 'sig sigg sig.ra sig.na dott dott.ssa prof avv ing arch on rag geom gent p.es s',
    number: 'pag pagg art cap fig num vol tel',
    capital: 'ecc genn febb apr giu lug ago sett ott nov dic',
    starters:
      'Il Lo La I Gli Le Un Una Uno Lui Lei Loro Noi Voi Io Tu Questo Questa Questi Queste Quello Quella Ma E O Se Quando Come In Con Senza Per Da Dopo Prima Poi Così Anche Non Che Chi Cosa Dove Perché È Era',
    speech: 'disse chiese rispose gridò',
  },
  pt: {
    never: 'sr sra srs dra profa exmo exma d p.ex',
    number: 'pág págs art cap núm vol tel',
    capital: 'etc jan fev abr jun jul ago set out nov dez',
    either: 'av s.a',
    starters:
      'O A Os As Um Uma Ele Ela Eles Elas Nós Eu Você Este Esta Esse Essa Isso Isto Mas E Ou Se Quando Como Em No Na Nos Nas Com Sem Por Para Desde Até Depois Antes Então Assim Também Não Que Quem Onde Há É Era',
    speech: 'disse perguntou respondeu gritou',
  },
  nl: {
    never: 'dhr mevr mw drs ir ing mr d.w.z o.a bijv bv jl a.u.b',
    number: 'blz art nr hfst deel',
    capital: 'enz jan feb mrt apr jun jul aug sept okt nov dec',
    starters:
      'De Het Een Hij Zij Ze Wij We Ik Jij Je U Dit Dat Deze Die Er Maar En Of Als Toen Dan Daar Hier In Op Met Zonder Voor Na Van Door Ook Niet Wat Wie Waar Hoe Waarom Zijn Haar Onze Mijn',
    speech: 'zei vroeg riep antwoordde',
  },
  ru: {
    never: 'г гг ул д им проф акад доц ген гр тов т т.е т.н т.к напр см ср о пос с обл р св',
    number: 'стр гл рис табл п пп ст кв',
    capital: 'т.д т.п др пр тыс млн млрд руб коп янв февр апр авг сент окт нояб дек',
    starters:
      'Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те Но И А Или Если Когда Как В На По С Из От До За При После Потом Тогда Так Также Не Что Кто Где Почему Его Её Их',
    speech: 'сказал сказала спросил спросила ответил ответила крикнул',
  },
  pl: {
    never: 'p pp dr inż mgr prof św tzn tzw np ul al ks gen płk im ob wg',
    number: 'art str nr rozdz ust pkt tel rys r',
    capital: 'itd itp m.in',
    starters:
      'On Ona Ono Oni One My Wy Ja Ty To Ten Ta Te Ale I A Lub Jeśli Gdy Kiedy Jak W Na Po Z Ze Od Do Za Przy Potem Tak Nie Co Kto Gdzie Dlaczego Jego Jej Ich',
    speech: 'powiedział powiedziała zapytał zapytała odpowiedział',
    ordinals: true,
  },
  sv: {
    never: 'bl.a t.ex d.v.s dvs s.k kl ca hr',
    number: 'nr sid s kap st',
    capital: 'osv m.m m.fl o.s.v jan feb apr aug sept okt nov dec',
    starters:
      'Den Det De En Ett Han Hon Vi Ni Jag Du Detta Denna Dessa Men Och Eller Om När Som I På Med Utan För Efter Innan Då Så Inte Vad Vem Var Hur Varför',
  },
  da: {
    never: 'bl.a f.eks dvs s.k kl ca hr fr',
    number: 'nr s kap stk',
    capital: 'osv m.m m.fl o.s.v jan feb apr aug sept okt nov dec',
    starters:
      'Den Det De En Et Han Hun Vi I Jeg Du Dette Denne Disse Men Og Eller Hvis Når Som På Med Uden For Efter Før Da Så Ikke Hvad Hvem Hvor Hvordan Hvorfor',
    ordinals: true,
  },
  nb: {
    never: 'bl.a f.eks dvs s.k kl ca hr fr',
    number: 'nr s kap stk',
    capital: 'osv m.m m.fl o.s.v jan feb apr aug sept okt nov des',
    starters:
      'Den Det De En Et Han Hun Vi I Jeg Du Dette Denne Disse Men Og Eller Hvis Når Som På Med Uten For Etter Før Da Så Ikke Hva Hvem Hvor Hvordan Hvorfor',
    ordinals: true,
  },
  cs: {
    never: 'p pí mgr ing mudr judr rndr doc prof tj tzv např sv ul gen',
    number: 'č čís str s odst kap roč',
    capital: 'atd apod aj',
    starters:
      'On Ona Ono Oni My Vy Já Ty To Ten Ta Ty Ale A I Nebo Když Jak V Ve Na Po S Z Od Do Za Při Pak Tak Ne Co Kdo Kde Proč Jeho Její Jejich',
    ordinals: true,
  },
  fi: { never: 'esim ns mm prof tri', capital: 'jne yms ym', ordinals: true },
  hu: { never: 'pl ún ill dr özv', capital: 'stb', ordinals: true },
  el: { never: 'κ κα δηλ π.χ αγ', number: 'αρ σελ τ', capital: 'κ.λπ κ.ά', semicolonAsks: true },
};
