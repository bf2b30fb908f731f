/**
 * Lua run once in each fresh machine. It gives scripts the library of Lua 5.1, closes the global table and returns
 * `invoke`, which runs a compiled script and turns whatever it raises into Redis' error text.
 */
export const PRELUDE = `
local getinfo, rawpcall, format, floor, ceil = debug.getinfo, pcall, string.format, math.floor, math.ceil
local type, tostring, xpcall, rawunpack, error = type, tostring, xpcall, table.unpack, error

-- fengari's %d takes 32 bits only; cut off and print as a double.
string.format = function(pattern, ...)
  local args, n, at = {...}, select('#', ...), 0
  local prepared = pattern:gsub('%%([-+ #0]*%d*)(%.?%d*)([%a%%])', function(flags, precision, kind)
    if kind == '%' then return '%%' end
    at = at + 1
    if kind ~= 'd' and kind ~= 'i' then return '%' .. flags .. precision .. kind end
    local number = tonumber(args[at])
    if number then args[at] = number >= 0 and floor(number) or ceil(number) end
    return '%' .. flags .. '.0f'
  end)
  return format(prepared, rawunpack(args, 1, n))
end

unpack = table.unpack
loadstring = load
table.getn = function(t) return #t end
math.pow = function(a, b) return a ^ b end
math.mod = math.fmod

-- An error of redis.call is a table; pcall shows scripts its text only.
local function plain(ok, e, ...)
  if not ok and type(e) == 'table' and type(e.err) == 'string' then return ok, e.err end
  return ok, e, ...
end
pcall = function(...) return plain(rawpcall(...)) end

debug, dofile, loadfile, load, require, print, collectgarbage, rawlen, utf8 = nil
table.pack, table.unpack, table.move, string.pack, string.unpack, string.packsize = nil
math.type, math.tointeger, math.ult, math.maxinteger, math.mininteger = nil

setmetatable(_G, {
  __index = function(_, name)
    error("Script attempted to access nonexistent global variable '" .. tostring(name) .. "'", 2)
  end,
  __newindex = function() error('Attempt to modify a readonly table', 2) end,
})

local function explain(e)
  local text = type(e) == 'table' and e.err
  if type(text) ~= 'string' then text = 'ERR ' .. tostring(e) end
  local level, line = 2, 0
  local info = getinfo(level, 'Sl')
  while info do
    if info.short_src == 'user_script' then line = info.currentline break end
    level = level + 1
    info = getinfo(level, 'Sl')
  end
  return text, line
end

return function(script)
  local where
  return xpcall(script, function(e)
    local text, line = explain(e)
    return { text = text, line = line }
  end)
end
`;
