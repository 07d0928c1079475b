-- No page could take its order from this index: lists are sorted by the weight of the entry or, without a list, by the
-- loan's balance, and a list of a commune is short. It cost publishing more than the entries themselves.

drop index portfolio.list_entry_order;
