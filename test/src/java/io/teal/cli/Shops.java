package io.teal.cli;

import io.teal.operate.Shop;

/** Ways to an account in memory. */
final class Shops {
    private Shops() {}

    static Connection.Opener opener(Shop shop) {
        return (profile, region) -> new Connection(shop.aws, shop.account, shop.clock, shop.clock);
    }
}
