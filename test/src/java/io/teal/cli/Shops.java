package io.teal.cli;

import io.teal.operate.Shop;
import io.teal.operate.account.Connection;

/** Ways to an account in memory. */
final class Shops {
    private Shops() {}

    static StackVerb.Opener opener(Shop shop) {
        return (profile, region) -> new Connection(shop.aws, shop.account, shop.clock, shop.clock);
    }
}
