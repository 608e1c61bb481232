-- All that was cut from a sample, from what, and how many cuts away.
with recursive parts(id, parent_id, depth) as (
  select p.child_id, p.parent_id, 1
  from sample s join sample_parent p on p.parent_id = s.id
  where s.label = ? and s.type = 'JCAP_sample'
  union
  select p.child_id, p.parent_id, parts.depth + 1
  from sample_parent p join parts on p.parent_id = parts.id)
select part.label, parent.label, parts.depth
from parts
join sample part on part.id = parts.id
join sample parent on parent.id = parts.parent_id
order by parts.depth
