-- What happened to a sample and to all it was cut from, in order.
with recursive lives(id, depth) as (
  select id, 0 from sample where label = ? and type = 'JCAP_sample'
  union
  select p.parent_id, lives.depth + 1 from sample_parent p join lives on p.child_id = lives.id)
select s.label, lives.depth, e.id, d.type, d.technique, d.parameters, e."timestamp", e.ordering
from lives
join sample s on s.id = lives.id
join sample_process x on x.sample_id = lives.id
join process e on e.id = x.process_id
join process_detail d on d.id = e.process_detail_id
order by e."timestamp", e.ordering, lives.depth desc
