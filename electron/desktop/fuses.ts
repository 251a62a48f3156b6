// The fuses; each closes a way into a released app that the code itself cannot close.

/** Fuses of a package: of a released one, or of the one under test, which lets Playwright in. */
export const fuses = (testPackage: boolean) =>
  ({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: testPackage,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  }) as const;
