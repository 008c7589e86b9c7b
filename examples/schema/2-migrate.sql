-- While 1.0.0 serves, and before 2.0.0 gets traffic: rows that were there before. In parts, so that no write waits for long.
DO $$
DECLARE changed integer;
BEGIN
  LOOP
    UPDATE orders SET buyer = customer WHERE id IN (SELECT id FROM orders WHERE buyer IS NULL LIMIT 200);
    GET DIAGNOSTICS changed = ROW_COUNT;
    EXIT WHEN changed = 0;
    COMMIT;
  END LOOP;
END $$;
ALTER TABLE orders ADD CONSTRAINT orders_buyer CHECK (buyer IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_buyer;
