-- 只记累计的结算: bills that were not covered on their day, looked at again when cover is dated back.
create index bill_not_covered on settlement.bill (id) where input_values[array_position(input_names, 'covered')] = 0;
