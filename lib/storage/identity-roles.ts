// The steps that see who a person is: intake writes names and dates of birth, identify compares them.

export const IDENTITY_ROLES = ['intake', 'identify'] as const;
