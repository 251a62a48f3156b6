// Where things are that tests and their child processes need.
import { join } from 'node:path';

export const migrationsFolder = join(import.meta.dirname, '../../migrations');
