import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);

/** Who the outputs speak of: what stands in a signature. Empty: not said. */
export const sharingDetailsSchema = z.strictObject({
  name: text(200),
  role: text(200),
  organization: text(200),
  phone: text(60),
  email: text(254),
  website: text(500),
  location: text(200),
});
export type SharingDetails = z.infer<typeof sharingDetailsSchema>;

export const emptySharingDetails: SharingDetails = {
  name: '',
  role: '',
  organization: '',
  phone: '',
  email: '',
  website: '',
  location: '',
};
