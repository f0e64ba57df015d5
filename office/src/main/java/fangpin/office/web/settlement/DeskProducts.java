package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Settlements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 可结算的险种: the products of packs in use whose bills a desk settles. */
@Component
public class DeskProducts {
    private final PolicyLibrary library;
    private final Adoptions adoptions;

    DeskProducts(PolicyLibrary library, Adoptions adoptions) {
        this.library = library;
        this.adoptions = adoptions;
    }

    /** A product to choose. */
    public record Choice(String pack, String product, Text name, Text packTitle) {
        /** As a form sends it. */
        public String value() {
            return pack + "/" + product;
        }
    }

    /** Those that can be chosen now. */
    List<Choice> of(Actor actor) {
        List<Choice> choices = new ArrayList<>();
        for (PolicyPack pack : library.packs()) {
            if (binds(pack, actor)) {
                // as it is in use: what closes its open terms may complete a product
                inUse(actor, pack.id())
                        .forEach(product ->
                                choices.add(new Choice(pack.id(), product.id(), product.name(), pack.title())));
            }
        }
        return choices;
    }

    private static boolean binds(PolicyPack pack, Actor actor) {
        String place = Scope.ofCode(pack.jurisdiction()).path();
        return actor.scope().path().startsWith(place) || actor.scope().holds(place);
    }

    private List<Product> inUse(Actor actor, String pack) {
        return adoptions
                .inUse(actor, pack)
                .map(used -> used.rules().pack().products().stream()
                        .filter(Settlements::settles)
                        .toList())
                .orElse(List.of());
    }

    /** What bills of these products say, each column once. */
    List<InputColumn> columns(Actor actor) {
        Map<String, InputColumn> columns = new LinkedHashMap<>();
        for (Choice choice : of(actor)) {
            inUse(actor, choice.pack()).stream()
                    .filter(product -> product.id().equals(choice.product()))
                    .forEach(product ->
                            BillFields.of(product).forEach(column -> columns.putIfAbsent(column.name(), column)));
        }
        return List.copyOf(columns.values());
    }
}
