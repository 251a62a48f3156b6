// Ids: UUIDv7 text for what people add, fixed slugs for what comes with Ripen.
import * as z from 'zod';

export const idSchema = z.string().min(1).max(100);
