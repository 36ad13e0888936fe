import { questions } from '#shared/catalog/sharing.ts';
import type { sharingProcedures } from '#shared/procedures/sharing.ts';
import type { EngineParts } from '../parts.ts';
import { createActivityRepository } from '../repositories/activityRepository.ts';
import { createSentCopyRepository } from '../repositories/sentCopyRepository.ts';
import { createSharingRepository } from '../repositories/sharingRepository.ts';
import { createStoryRepository } from '../repositories/storyRepository.ts';
import { createComposeService } from '../services/composeService.ts';
import { createCopyService, type Caller } from '../services/copyService.ts';
import { createDesignationService } from '../services/designationService.ts';
import { createDriftService } from '../services/driftService.ts';
import { createOutgoing } from '../services/outgoing.ts';
import { canonicalLocale } from '../services/outputLocale.ts';
import { createPostnominalService } from '../services/postnominalService.ts';
import { createSheetService } from '../services/sheetService.ts';
import { createStoryService } from '../services/storyService.ts';
import type { Handlers } from './bind.ts';

/**
 * Routes for what goes out in words, and for the ledger of where it went.
 * @param call calls another procedure, for texts that are made again
 */
export function sharingRoutes(
  parts: EngineParts,
  call: Caller,
): Handlers<keyof typeof sharingProcedures> {
  const { writer, db, settings, words, blobs, credentialService } = parts;
  const outgoing = createOutgoing(parts);
  const sharing = createSharingRepository(db);
  const postnominals = createPostnominalService({ writer, sharing, outgoing });
  const designations = createDesignationService({ writer, sharing, outgoing });
  const compose = createComposeService({
    writer,
    sharing,
    settings,
    outgoing,
    postnominals,
    designations,
  });
  const stories = createStoryService({
    writer,
    stories: createStoryRepository(db),
    credentials: credentialService,
    outgoing,
  });
  const sheets = createSheetService({
    outgoing,
    stories,
    compose,
    postnominals,
    designations,
    activities: createActivityRepository(db),
    blobs,
  });
  const copies = createCopyService({
    writer,
    copies: createSentCopyRepository(db),
    outgoing,
    postnominals,
    call,
  });
  const drift = createDriftService({ outgoing, words });

  return {
    'sharing.post': compose.post,
    'sharing.measurePost': compose.measurePost,
    'sharing.headline': compose.headline,
    'sharing.signature': compose.signature,
    'sharing.story': sheets.story,
    'sharing.rehearsal': sheets.rehearsal,
    'sharing.raise': sheets.raise,
    'sharing.portfolio': sheets.portfolio,
    'sharing.details': () => compose.details(),
    'sharing.setDetails': compose.setDetails,
    'postnominals.list': ({ asOf }) => ({ items: postnominals.list(asOf) }),
    'postnominals.set': postnominals.set,
    'stories.list': ({ credentialId, ...day }) => ({ items: stories.list(credentialId, day) }),
    'stories.get': ({ id, ...day }) => stories.get(id, day),
    'stories.create': ({ fields, ...day }) => stories.create(fields, day),
    'stories.update': ({ id, fields, ...day }) => stories.update(id, fields, day),
    'stories.remove': ({ id, asOf }) => ({ removed: stories.remove(id, asOf) }),
    'stories.questions': ({ locale }) => ({ items: questions(canonicalLocale(locale)) }),
    'stories.coverage': ({ locale, asOf }) => stories.coverage(canonicalLocale(locale), asOf),
    'copies.record': copies.record,
    'copies.list': copies.list,
    'copies.stale': async ({ asOf }) => ({ items: await copies.stale(asOf) }),
    'copies.staleCount': ({ asOf }) => copies.staleCount(asOf),
    'copies.mark': copies.mark,
    'designations.lint': ({ text, asOf, dismissed }) => ({
      findings: designations.lint(text, asOf, dismissed),
    }),
    'designations.rules': designations.rules,
    'designations.dismiss': ({ key, note }) => {
      designations.dismiss(key, note);
      return { key, dismissed: true };
    },
    'designations.restore': ({ key }) => {
      designations.restore(key);
      return { key, dismissed: false };
    },
    'designations.mayStateExpectedDate': designations.mayStateExpectedDate,
    'drift.check': drift.check,
  };
}
