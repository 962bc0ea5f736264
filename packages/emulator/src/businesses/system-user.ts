/** The system user that the demo's token belongs to. */
export const SYSTEM_USER_ID = "1220000000000001";
