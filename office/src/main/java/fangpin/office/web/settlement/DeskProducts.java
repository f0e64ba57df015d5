package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
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
            if (pack.products().stream().anyMatch(Settlements::settles)
                    && adoptions.inUse(actor, pack.id()).isPresent()) {
                for (Product product : pack.products()) {
                    if (Settlements.settles(product)) {
                        choices.add(new Choice(pack.id(), product.id(), product.name(), pack.title()));
                    }
                }
            }
        }
        return choices;
    }

    /** The amounts that bills of these products say, each column once. */
    List<InputColumn> columns(Actor actor) {
        Map<String, InputColumn> columns = new LinkedHashMap<>();
        for (Choice choice : of(actor)) {
            adoptions
                    .inUse(actor, choice.pack())
                    .flatMap(used -> used.rules().pack().product(choice.product()))
                    .ifPresent(product -> product.inputs().stream()
                            .filter(column -> column.kind() == InputColumn.Kind.MONEY)
                            .forEach(column -> columns.putIfAbsent(column.name(), column)));
        }
        return List.copyOf(columns.values());
    }
}
