-- For wrk: asks for each line of a file in turn, and tells at the end what came of it, as JSON.
--   wrk … -s asks.lua URL -- FILE [FIRST]
local targets, asked = {}, 0

function init(arguments)
  asked = tonumber(arguments[2] or 0)
  for line in io.lines(arguments[1]) do targets[#targets + 1] = line end
end

function request()
  asked = asked + 1
  return wrk.format('GET', targets[(asked - 1) % #targets + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{"answers":%d,"seconds":%.6f,"p50":%.3f,"p99":%.3f,"refused":%d,"broken":%d}\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
