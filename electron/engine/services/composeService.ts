import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { composeHeadlines } from '#shared/domain/headline.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import {
  foldOf,
  HEADLINE_LIMIT,
  linkedInLength,
  POST_LIMIT,
  postWarnings,
} from '#shared/domain/linkedinText.ts';
import { clichesIn } from '#shared/domain/cliche.ts';
import { compareOutgoing, validStatuses } from '#shared/domain/order.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { composePost, isTrueOccasion, occasionOf } from '#shared/domain/post.ts';
import { postWords } from '#shared/domain/postWords.ts';
import { orderLetters } from '#shared/domain/postnominal.ts';
import {
  cardLine,
  nameLine,
  signatureHtml,
  signatureText,
  vcard,
  vcardSuffix,
} from '#shared/domain/signature.ts';
import type { SharingDetails } from '#shared/domain/sharingDetails.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { SettingRepository } from '../repositories/settingRepository.ts';
import type { SharingRepository } from '../repositories/sharingRepository.ts';
import type { DesignationService } from './designationService.ts';
import type { Outgoing } from './outgoing.ts';
import { canonicalLocale } from './outputLocale.ts';
import type { PostnominalService } from './postnominalService.ts';

type Parts = Readonly<{
  writer: Writer;
  sharing: SharingRepository;
  settings: SettingRepository;
  outgoing: Outgoing;
  postnominals: PostnominalService;
  designations: DesignationService;
}>;

type GivenDetails = { readonly [K in keyof SharingDetails]?: SharingDetails[K] | undefined };

/** Several letters in a headline read as a list of their own. */
const HEADLINE_LETTERS = 6;

export type ComposeService = ReturnType<typeof createComposeService>;

/** Posts, headlines and signatures (features.md I3, I4, H10). Nothing is written but the details. */
export function createComposeService(parts: Parts) {
  const { writer, sharing, settings, outgoing, postnominals, designations } = parts;

  const details = (given: GivenDetails = {}): SharingDetails => {
    const saved = sharing.details();
    const named = { ...saved, name: saved.name === '' ? settings.read().holderName : saved.name };
    return withGiven(named, given);
  };

  const measure = (text: string, asOf: PlainDate) => ({
    characters: linkedInLength(text),
    limit: POST_LIMIT,
    fold: foldOf(text),
    warnings: [
      ...postWarnings(text),
      ...clichesIn(text).map(
        (cliche) => `"${cliche}" stands in every second post. Say what happened.`,
      ),
    ],
    findings: designations.lint(text, asOf, false),
  });

  return {
    details,

    setDetails: (changed: GivenDetails): SharingDetails => {
      writer.run('Changed what signatures say', (tx) =>
        sharing.setDetails(tx, withGiven(sharing.details(), changed)),
      );
      return details();
    },

    measurePost: ({ text, asOf }: ParsedInput<'sharing.measurePost'>) => measure(text, asOf),

    /** @throws AppError refused for an occasion that the record does not bear out; not_found */
    post: (input: ParsedInput<'sharing.post'>): ProcedureOutput<'sharing.post'> => {
      const locale = canonicalLocale(input.locale);
      const credential = outgoing.get(input.id, input.asOf);
      const occasion = input.occasion ?? occasionOf(credential);
      if (occasion === null || !isTrueOccasion(occasion, credential.status)) {
        throw new AppError(
          'refused',
          `${oneLine(credential.title)} is ${credential.status} on ${input.asOf}: there is nothing to announce that would be true.`,
        );
      }
      const { text, hashtags, facts } = composePost(credential, {
        ...input,
        locale,
        occasion,
        result: input.story ? (credential.story?.result ?? '') : '',
      });
      const { warnings, ...measured } = measure(text, input.asOf);
      return {
        format: 'txt',
        mime: 'text/plain',
        text,
        warnings: [
          ...(postWords(locale).known
            ? []
            : [`Laurel has no words for ${locale} yet; the post is in English.`]),
          ...warnings,
        ],
        facts,
        copy: { plain: text, html: null },
        occasion,
        hashtags,
        ...measured,
      };
    },

    headline: (input: ParsedInput<'sharing.headline'>): ProcedureOutput<'sharing.headline'> => {
      canonicalLocale(input.locale);
      const { chosen, leftOut } = choose(outgoing.all(input.asOf), input.ids);
      const { letters } = orderLetters(postnominals.all(chosen), 'general', HEADLINE_LETTERS);
      const lettersOf = new Map(letters.map((each) => [each.id, each.letters]));
      const inOrder = [
        ...letters.flatMap(({ id }) => chosen.find((credential) => credential.id === id) ?? []),
        ...chosen.filter(({ id }) => !lettersOf.has(id)),
      ];
      const variants = composeHeadlines(
        input.role,
        input.words,
        inOrder.map((credential) => ({
          id: credential.id,
          letters: lettersOf.get(credential.id) ?? null,
          title: titleWithAbbreviation(credential),
        })),
      );
      const [first] = variants;
      const text = first?.text ?? '';
      return {
        format: 'txt',
        mime: 'text/plain',
        text,
        warnings:
          first === undefined ? ['Nothing is valid on this day, and no role was given.'] : [],
        findings: designations.lint(
          variants.map((variant) => variant.text).join('\n'),
          input.asOf,
          false,
        ),
        facts: first?.facts ?? [],
        copy: { plain: text, html: null },
        variants,
        limit: HEADLINE_LIMIT,
        leftOut,
      };
    },

    signature: (input: ParsedInput<'sharing.signature'>): ProcedureOutput<'sharing.signature'> => {
      const chosen = outgoing
        .all(input.asOf)
        .filter(({ id }) => input.ids === null || input.ids.includes(id));
      const { letters, leftOut } = orderLetters(postnominals.all(chosen), input.preset, input.most);
      const who = details(input.details);
      const own = letters.map((each) => each.letters);
      const plain = signatureText(who, own);
      const html = signatureHtml(who, own);
      const line = nameLine(who.name, own);
      return {
        format: input.format,
        mime: input.format === 'html' ? 'text/html' : 'text/plain',
        text: input.format === 'html' ? html : plain,
        warnings: [
          ...(oneLine(who.name) === ''
            ? ['No name is set: say it with the details of the signature.']
            : []),
          ...(input.most > 3
            ? ['More than three sets of letters are seldom read in daily use.']
            : []),
        ],
        findings: designations.lint(line, input.asOf, false),
        facts: letters.map(({ id, letters: value }) => ({
          credentialId: id,
          fact: 'letters',
          value,
        })),
        copy: { plain, html },
        nameLine: line,
        cardLine: cardLine(who, own),
        vcardSuffix: vcardSuffix(own),
        vcard: vcard(who, own),
        letters,
        leftOut,
      };
    },
  };
}

/** What is valid of what was chosen, in the order of what goes out, and why the rest is not. */
function choose(all: readonly Credential[], ids: readonly Id[] | null) {
  const asked = all.filter(({ id }) => ids === null || ids.includes(id)).toSorted(compareOutgoing);
  return {
    chosen: asked.filter(({ status }) => validStatuses.has(status)),
    leftOut: asked
      .filter(({ status }) => !validStatuses.has(status))
      .map(({ id, title, status }) => ({
        id,
        title: oneLine(title),
        why: `It is not valid on this day (${status}).`,
      })),
  };
}

/** The details with what was named for this once. */
function withGiven(saved: SharingDetails, given: GivenDetails): SharingDetails {
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  // Entries of SharingDetails without those that are not named.
  return { ...saved, ...(Object.fromEntries(named) as Partial<SharingDetails>) };
}
