-- The installation knows whether it shows the demonstration county; chosen once, so that no demonstration is ever loaded among real people.

alter table office.installation add column demonstration boolean;
comment on column office.installation.demonstration is '是否为演示数据；首次启动时确定，之后不变；空表示尚未确定';
