-- Bytes laid out in columns and packed by zstd: the length of a row, 1 where they are no rows of one
-- length. Without it they are as is_deflated says.
ALTER TABLE originals ADD COLUMN row_size INTEGER CHECK (row_size > 0);
