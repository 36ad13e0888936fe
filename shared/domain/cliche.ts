/** Words that say nothing and that every second post begins with, by language. */
const CLICHES: readonly string[] = [
  String.raw`thrilled`,
  String.raw`(?:super |so |beyond |incredibly )?(?:excited|stoked|pumped|ecstatic|overjoyed|elated) (?:to|about)`,
  String.raw`beyond (?:excited|grateful|proud)`,
  String.raw`(?:deeply |truly |so )?(?:humbled|honou?red|blessed|delighted|pleased) (?:to|and|by)`,
  String.raw`(?:so |very |super )?(?:proud|happy|glad) to (?:announce|share|say|report)`,
  String.raw`it is with great (?:pleasure|pride|joy)`,
  String.raw`i(?:['’]m| am) (?:so )?(?:happy|proud) to`,
  String.raw`dreams? (?:do )?come true`,
  String.raw`game[- ]?chang(?:er|ing)`,
  String.raw`(?:amazing|incredible|exciting|unforgettable) journey`,
  String.raw`(?:learning|personal|professional) journey`,
  String.raw`passionate about`,
  String.raw`next chapter`,
  String.raw`new chapter`,
  String.raw`level(?:ed|ing)? up`,
  String.raw`rock ?star`,
  String.raw`(?:guru|ninja)\b`,
  String.raw`synerg(?:y|ies|istic)`,
  String.raw`think(?:ing)? outside the box`,
  String.raw`onwards? and upwards?`,
  String.raw`the sky(?:['’]s| is) the limit`,
  String.raw`never stop learning`,
  String.raw`(?:freue mich (?:riesig|sehr|wahnsinnig)|überglücklich|voller stolz|stolz darauf|stolz,? (?:mitzuteilen|bekannt))`,
  String.raw`(?:mit großer freude|große ehre|reise geht weiter)`,
  String.raw`(?:emocionad[oa]|entusiasmad[oa]|ilusionad[oa]) (?:de|por|con)`,
  String.raw`(?:me complace|es un (?:honor|placer)|orgullos[oa] de (?:anunciar|compartir))`,
  String.raw`(?:ravie?|enchantée?|très heureu(?:x|se)|fi(?:er|ère)) (?:de|d['’])`,
  String.raw`(?:c['’]est avec (?:un )?(?:grand )?(?:plaisir|honneur|fierté))`,
];

const ANY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${CLICHES.join('|')})`, 'giu');

/** The clichés of a text as they stand there, in order. */
export function clichesIn(text: string): string[] {
  return [...text.matchAll(ANY)].map(([found]) => found.trim());
}
