package fangpin.office.enrolment;

/** 投保名单一行 (WH3 §5.3): what an insurer gets of a person, and nothing else; in clear, so never on a screen. */
public record InsuredLine(long personId, String name, String idNumber, String address) {
    @Override
    public String toString() {
        return "InsuredLine " + personId;
    }
}
