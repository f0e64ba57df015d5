package fangpin.batch.plain;

import java.util.List;

/** The columns of the three files that are read, in the order in which they are checked. */
final class PlainColumns {
    static final List<PlainColumn> MEMBERS = List.of(
            PlainColumn.needed("person_id", "人员编号", "身份证号"),
            PlainColumn.needed("category", "人员类别"),
            PlainColumn.needed("from", "起始日期"),
            PlainColumn.needed("to", "终止日期"));

    static final List<PlainColumn> BILLS = List.of(
            PlainColumn.needed("bill_id", "账单号"),
            PlainColumn.needed("person_id", "人员编号", "身份证号"),
            PlainColumn.needed("admission_date", "入院日期"),
            PlainColumn.needed("discharge_date", "出院日期"),
            PlainColumn.needed("total_cost", "总费用"),
            PlainColumn.needed("eligible_cost", "合规费用"),
            PlainColumn.needed("basic_paid", "基本医保支付"),
            PlainColumn.needed("critical_illness_paid", "大病保险支付"),
            PlainColumn.needed("hospital_waiver", "医疗机构减免"),
            PlainColumn.needed("medical_assistance_paid", "医疗救助支付"),
            PlainColumn.optional("other_paid", "其他支付"));

    static final List<PlainColumn> CLAIMS = List.of(
            PlainColumn.needed("claim_id", "案件号"),
            PlainColumn.needed("person_id", "人员编号", "身份证号"),
            PlainColumn.needed("accident_id", "事故号"),
            PlainColumn.needed("accident_date", "事故日期"),
            PlainColumn.needed("kind", "类型"),
            PlainColumn.needed("grade", "伤残等级"),
            PlainColumn.needed("eligible_cost", "合规费用"),
            PlainColumn.needed("other_paid", "其他支付"),
            PlainColumn.optional("disaster_paid", "灾害保险支付"),
            PlainColumn.optional("cause", "原因"));

    private PlainColumns() {}
}
