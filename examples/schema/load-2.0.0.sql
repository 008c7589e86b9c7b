\set id random(1, 1000)
INSERT INTO orders (buyer) VALUES ('new one');
UPDATE orders SET buyer = 'buyer ' || :id WHERE id = :id;
SELECT buyer FROM orders WHERE id = :id;
