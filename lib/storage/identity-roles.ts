// The steps that see who a person is: intake writes names and dates of birth, identify compares them, list writes them
// into the lists of each school.

export const IDENTITY_ROLES = ['intake', 'identify', 'list'] as const;

/** The one that makes pages with names. */
export const NAMING_ROLE = 'list';
