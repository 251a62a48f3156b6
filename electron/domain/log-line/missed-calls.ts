// Words for a call that was not taken.

/** Nouns for it, as patterns on the folded line. */
export const missedCalls =
  "missed (?:(?:a|another|the|his|her|their|two|three|several) )?(?:phone )?calls?|missed(?= (?:\\S+ ){0,2}\\S+'s? call)|verpasster? anrufe?|anrufe? verpasst|anrufe? in abwesenheit|entgangener anruf|appels? (?:manques?|rates?|en absence)|llamadas? (?:perdidas?|no (?:atendidas?|contestadas?))|chiamat[ae] pers[ae]|gemiste (?:oproep(?:en)?|telefoontjes?)|gemist telefoontje|telefoontje gemist|oproep gemist|chamadas? (?:perdidas?|nao atendidas?)|ligacao perdida|nieodebran[ey] polaczeni[ea]|missat samtal|llamadas? sin contestar|(?:chiamat[ae]|telefonat[ae]) senza risposta|gemist gesprek|ligacao nao atendida|przegapione polaczenie|(?:\\S+ )?verpasste[rn] anrufe?";
/** Theirs or ours: "missed call to Ann", "Ann missed the call". */
export const missedByEither =
  "missed (?:(?:a|the|his|her|their|my|our) )?(?:phone )?calls?(?= (?:to|with|from (?:me|us)) ?)|(?<=(?<!\\p{L})(?!(?:i|we|have|just|and|but|also|sorry)(?!\\p{L}))[\\p{L}.'-]+ )missed (?:the|his|her|their) (?:phone )?calls?(?! from )";
/** "Rang but I missed it": they called, and it was not taken. */
export const missedWords =
  "(?:rang|phoned|called|telephoned|tried (?:to (?:call|ring|phone|reach) )?(?:me|us))(?: (?:me|us|in|back|again|twice|earlier|the office))* (?:but|and|while|when|as) (?:i|we|nobody|no one|no-one) (?:\\S+ ){0,3}?(?:missed|answer(?:ed)?|pick(?:ed)? up|took|take|get|there|out|busy|shut|closed|in a meeting|on the other line)(?: (?:it|him|her|them|(?:the|that|his|her) call|to (?:it|the phone)|the phone))?|(?<!(?:habe|ich|wir) (?:\\S+ ){0,5})(?:hat |haben )?(?:angerufen|angeklingelt) (?:aber|und) (?:\\S+ ){0,3}?(?:verpasst|(?:ich|wir|niemand|keiner) (?:\\S+ ){0,3}?(?:verpasst|nicht (?:rangegangen|abgenommen|erwischt)))|(?:a |m'a |nous a )?(?:appele|telephone) mais (?:\\S+ ){0,4}?(?:manque|rate|pas (?:pu )?(?:repondre|repondu|decroche))|(?:me |nos |ha )?(?:llamo|llamado|llamaron) pero (?:\\S+ ){0,3}?(?:contest\\p{L}*|cogi\\p{L}*|atend\\p{L}*|perdi(?:mos)?)";
