package fangpin.packs.cases;

import fangpin.kernel.money.Fen;
import fangpin.kernel.time.Period;
import fangpin.packs.yaml.Place;

/**
 * One person whose premium is worked out.
 *
 * @param number from 1
 * @param cover the days covered, within the product's period
 */
public record PremiumRow(int number, Place place, Period cover, Fen premium) {}
