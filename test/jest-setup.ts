// CDK's built-in validation costs about two seconds in every jest worker; the suites that assert on it switch it on themselves.
process.env.CDK_VALIDATION ??= 'false';
