package fangpin.office.access;

/** 密码算法套件: which algorithms new keys are made for. Values sealed under the other suite stay readable: each names its own. */
public enum CryptoSuite {
    /** AES-256-GCM, HMAC-SHA256. */
    INTERNATIONAL,
    /** 国密 SM4-GCM, HMAC-SM3. */
    NATIONAL
}
