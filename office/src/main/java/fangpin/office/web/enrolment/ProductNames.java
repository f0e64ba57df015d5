package fangpin.office.web.enrolment;

import fangpin.kernel.policy.Product;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Show;

/** 险种名称 in the reader's language; the id of a product that no pack has any more. */
public final class ProductNames {
    private ProductNames() {}

    static String of(PolicyLibrary library, Show show, String pack, String product) {
        return library.pack(pack)
                .flatMap(found -> found.product(product))
                .map(Product::name)
                .map(show::text)
                .orElse(product);
    }
}
