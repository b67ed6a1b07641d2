//! What should be: rules that judge a case, each with its numbers, its source and its grade.
//! Never sees a sample; knows no clock.
