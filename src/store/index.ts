export { openVault } from './open-vault.ts';
export type { VaultPlace } from './open-vault.ts';
