"""Words and lines before there is a tree: sentences, spellings the parser knows, forms of words, lists with gaps."""
