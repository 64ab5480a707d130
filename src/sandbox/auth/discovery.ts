/** SMART App Launch 2.2, `.well-known/smart-configuration`; the issuer is the FHIR base. */
export function smartConfiguration(origin: string): object {
  return {
    ...endpoints(origin),
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'fhirUser', 'profile', 'launch', 'launch/patient', 'launch/encounter', 'online_access', 'offline_access', 'user/*.cruds', 'patient/*.cruds', 'user/*.read', 'user/*.write', 'patient/*.read', 'patient/*.write'],
    revocation_endpoint: `${origin}/auth/revoke`,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    capabilities: [
      'launch-ehr', 'launch-standalone', 'authorize-post', 'client-public', 'sso-openid-connect',
      'context-banner', 'context-ehr-patient', 'context-ehr-encounter', 'context-standalone-patient', 'context-standalone-encounter',
      'permission-offline', 'permission-online', 'permission-patient', 'permission-user', 'permission-v1', 'permission-v2',
    ],
  };
}

/** OpenID Connect Discovery 1.0, for those who verify an id_token. */
export function openidConfiguration(origin: string): object {
  return {
    ...endpoints(origin),
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'fhirUser', 'profile'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce', 'fhirUser', 'profile'],
  };
}

function endpoints(origin: string): object {
  return {
    issuer: `${origin}/fhir`,
    jwks_uri: `${origin}/auth/jwks`,
    authorization_endpoint: `${origin}/auth/authorize`,
    token_endpoint: `${origin}/auth/token`,
  };
}
