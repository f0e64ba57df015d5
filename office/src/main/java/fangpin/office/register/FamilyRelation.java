package fangpin.office.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 与户主关系: codes of GB/T 4761-2008 with the words rosters use for them. */
public enum FamilyRelation {
    /** 本人 */
    SELF("01", "本人"),
    /** 户主 */
    HEAD("02", "户主", "本人或户主", "本人(户主)"),
    /** 配偶 */
    SPOUSE("10", "配偶"),
    /** 夫 */
    HUSBAND("11", "夫", "丈夫"),
    /** 妻 */
    WIFE("12", "妻", "妻子"),
    /** 子 */
    SON("20", "子", "儿子", "之子"),
    /** 独生子 */
    ONLY_SON("21", "独生子"),
    /** 长子 */
    FIRST_SON("22", "长子"),
    /** 次子 */
    SECOND_SON("23", "次子", "二子"),
    /** 三子 */
    THIRD_SON("24", "三子"),
    /** 四子 */
    FOURTH_SON("25", "四子"),
    /** 五子 */
    FIFTH_SON("26", "五子"),
    /** 养子或继子 */
    ADOPTED_SON("27", "养子", "继子", "养子或继子"),
    /** 女婿 */
    SON_IN_LAW("28", "女婿", "之女婿"),
    /** 其他儿子 */
    OTHER_SON("29", "其他儿子"),
    /** 女 */
    DAUGHTER("30", "女", "女儿", "之女"),
    /** 独生女 */
    ONLY_DAUGHTER("31", "独生女"),
    /** 长女 */
    FIRST_DAUGHTER("32", "长女"),
    /** 次女 */
    SECOND_DAUGHTER("33", "次女", "二女"),
    /** 三女 */
    THIRD_DAUGHTER("34", "三女"),
    /** 四女 */
    FOURTH_DAUGHTER("35", "四女"),
    /** 五女 */
    FIFTH_DAUGHTER("36", "五女"),
    /** 养女或继女 */
    ADOPTED_DAUGHTER("37", "养女", "继女", "养女或继女"),
    /** 儿媳 */
    DAUGHTER_IN_LAW("38", "儿媳", "之儿媳", "媳妇"),
    /** 其他女儿 */
    OTHER_DAUGHTER("39", "其他女儿"),
    /** 孙子、孙女或外孙子、外孙女 */
    GRANDCHILD("40", "孙辈", "孙子、孙女或外孙子、外孙女"),
    /** 孙子 */
    GRANDSON("41", "孙子", "之孙子"),
    /** 孙女 */
    GRANDDAUGHTER("42", "孙女", "之孙女"),
    /** 外孙子 */
    DAUGHTERS_SON("43", "外孙子", "外孙", "之外孙子"),
    /** 外孙女 */
    DAUGHTERS_DAUGHTER("44", "外孙女", "之外孙女"),
    /** 父母 */
    PARENT("50", "父母"),
    /** 父亲 */
    FATHER("51", "父亲", "父", "之父"),
    /** 母亲 */
    MOTHER("52", "母亲", "母", "之母"),
    /** 公公 */
    HUSBANDS_FATHER("53", "公公"),
    /** 婆婆 */
    HUSBANDS_MOTHER("54", "婆婆", "之婆婆"),
    /** 岳父 */
    WIFES_FATHER("55", "岳父", "之岳父"),
    /** 岳母 */
    WIFES_MOTHER("56", "岳母", "之岳母"),
    /** 继父或养父 */
    STEPFATHER("57", "继父", "养父", "继父或养父"),
    /** 继母或养母 */
    STEPMOTHER("58", "继母", "养母", "继母或养母"),
    /** 祖父母或外祖父母 */
    GRANDPARENT("60", "祖父母", "祖父母或外祖父母"),
    /** 祖父 */
    GRANDFATHER("61", "祖父", "爷爷", "之祖父"),
    /** 祖母 */
    GRANDMOTHER("62", "祖母", "奶奶", "之祖母"),
    /** 外祖父 */
    MOTHERS_FATHER("63", "外祖父", "外公", "姥爷", "之外祖父"),
    /** 外祖母 */
    MOTHERS_MOTHER("64", "外祖母", "外婆", "姥姥", "之外祖母"),
    /** 兄弟姐妹 */
    SIBLING("70", "兄弟姐妹", "之兄弟姐妹"),
    /** 兄 */
    ELDER_BROTHER("71", "兄", "哥哥"),
    /** 嫂 */
    ELDER_BROTHERS_WIFE("72", "嫂", "嫂子"),
    /** 弟 */
    YOUNGER_BROTHER("73", "弟", "弟弟"),
    /** 弟媳 */
    YOUNGER_BROTHERS_WIFE("74", "弟媳"),
    /** 姐姐 */
    ELDER_SISTER("75", "姐姐", "姐"),
    /** 姐夫 */
    ELDER_SISTERS_HUSBAND("76", "姐夫"),
    /** 妹妹 */
    YOUNGER_SISTER("77", "妹妹", "妹"),
    /** 妹夫 */
    YOUNGER_SISTERS_HUSBAND("78", "妹夫"),
    /** 其他 */
    OTHER("80", "其他", "之侄儿", "侄子", "侄女", "叔伯", "之叔伯"),
    /** 其他亲属 */
    OTHER_KIN("97", "其他亲属"),
    /** 非亲属 */
    NOT_KIN("99", "非亲属");

    private static final Map<String, FamilyRelation> BY_WORD = byWord();
    private static final Map<String, FamilyRelation> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FamilyRelation::code, relation -> relation));

    private final String code;
    /** With a bar between two. */
    private final String words;

    FamilyRelation(String code, String... words) {
        this.code = code;
        this.words = String.join("|", words);
    }

    private static Map<String, FamilyRelation> byWord() {
        Map<String, FamilyRelation> relations = new HashMap<>();
        for (FamilyRelation relation : values()) {
            relations.put(relation.code, relation);
            for (String word : relation.words.split("\\|", -1)) {
                relations.put(word, relation);
            }
        }
        return relations;
    }

    /** Of GB/T 4761-2008. */
    public String code() {
        return code;
    }

    /** The Chinese word. */
    public String word() {
        return words.split("\\|", -1)[0];
    }

    /** The relation of a word or a code of two digits, as rosters write it. */
    public static Optional<FamilyRelation> of(String written) {
        return Optional.ofNullable(BY_WORD.get(CellText.withoutSpaces(CellText.normal(written))));
    }

    /** The relation of a code as the database keeps it. */
    public static Optional<FamilyRelation> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
