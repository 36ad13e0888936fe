-- 0003 status index: what is due, what is under way and how many there are of each status are found
-- here and not in the records, which are ten times as large.
CREATE INDEX credential_by_status ON credential (
  lifecycle, expires_last, expires, issued_first, lead_days, policy_lead_days, grace_days, suspended_days
) WHERE trashed_at IS NULL;
