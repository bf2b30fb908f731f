/**
 * The hot path's one Redis call: is the credential still current, is it within its rate and quota,
 * and if so count the use. Three commands when billed one by one (EVALSHA, HMGET, HSET), five on an
 * organisation's first use after a drain or with a fresh record.
 *
 * One hash per organisation holds everything, so that one read and one write suffice:
 * `v:org` and `v:<credential>` current versions · `r:<identity>` sliding window as start:previous:current ·
 * `q:<month>` live requests this month · `u:<hour>|<project>|<identity>|<service>|<mode>` use not yet in the ledger.
 *
 * KEYS  organisation hash, set of organisations with use to drain, cached credential record
 * ARGV  credential, organisation version, credential version, window start ms, window ms, now ms, limit,
 *       quota (-1 none), month, usage field or "" when not metered, cost, counts towards quota (1/0),
 *       fresh record as JSON or "", its seconds to live, ledger's use this month, identity
 * Returns outcome, window start, previous, current, quota used.
 */
export const ADMISSION_SCRIPT = `
local credential, start, window, now = ARGV[1], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local limit, quota, cost, counts = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[11]), ARGV[12] == '1'
local month, use, fresh = 'q:' .. ARGV[9], 'u:' .. ARGV[10], ARGV[13] ~= ''
local metered, rate = ARGV[10] ~= '', 'r:' .. ARGV[16]
local held = redis.call('HMGET', KEYS[1], 'v:org', 'v:' .. credential, rate, month, use)
local org, key = tonumber(held[1] or '-1'), tonumber(held[2] or '-1')
local wants_org, wants_key = tonumber(ARGV[2]), tonumber(ARGV[3])

if fresh then
  if org > wants_org or key > wants_key then return {'stale', start, 0, 0, 0} end
elseif org ~= wants_org or key ~= wants_key then
  return {'stale', start, 0, 0, 0}
end

local spent = tonumber(held[4] or ARGV[15])
local previous, current = 0, 0
if held[3] then
  local at, before, here = string.match(held[3], '^(%d+):(%d+):(%d+)$')
  at = tonumber(at)
  if at == start then previous, current = tonumber(before), tonumber(here)
  elseif at == start - window then previous = tonumber(here) end
end

local outcome = 'granted'
if previous * (1 - (now - start) / window) + current + cost > limit then outcome = 'limited'
elseif counts and quota >= 0 and spent + cost > quota then outcome = 'exhausted' end

local write = {}
if outcome == 'granted' then
  current = current + cost
  if counts then spent = spent + cost end
  write = {rate, string.format('%.0f:%d:%d', start, previous, current)}
  if metered then
    write[#write + 1] = use
    write[#write + 1] = tonumber(held[5] or '0') + cost
    if not held[5] then redis.call('SADD', KEYS[2], KEYS[1]) end
  end
end
if fresh then
  write[#write + 1] = 'v:org'
  write[#write + 1] = ARGV[2]
  write[#write + 1] = 'v:' .. credential
  write[#write + 1] = ARGV[3]
  redis.call('SET', KEYS[3], ARGV[13], 'EX', ARGV[14])
end
if #write > 0 then
  if counts then
    write[#write + 1] = month
    write[#write + 1] = spent
  end
  redis.call('HSET', KEYS[1], unpack(write))
end
return {outcome, start, previous, current, spent}
`;
