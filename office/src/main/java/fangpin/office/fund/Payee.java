package fangpin.office.fund;

import fangpin.kernel.money.Fen;

/**
 * 收款人.
 *
 * @param bank 开户行; may be empty
 * @param account 账号, in clear
 * @param amount what goes to him
 */
public record Payee(String name, String bank, String account, Fen amount) {}
